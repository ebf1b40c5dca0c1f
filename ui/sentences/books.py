"""Sentences of receipt books and invoices: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_money
from app.counter.books.kinds import BOOK_NAMES
from app.counter.books.refusals import (
    BookIsCounted,
    BookIsOut,
    BookNotOfForms,
    BookNotOut,
    BooksOverlap,
    BookUnknown,
    BookWasReturned,
    FormDiffers,
    FormNotConfirmed,
    FormsLost,
    HolderMissing,
    NoBlanksAsked,
    NoBookRegistered,
    NumberNotNext,
    NumbersUnaccounted,
    PrefixTaken,
    PrefixUnreadable,
    RangeReversed,
    SpoilReasonMissing,
)
from app.counter.receipts.invoice_refusals import (
    InvoiceBeforeReceipt,
    InvoicedTooMuch,
    InvoiceNumberUnreadable,
    InvoiceOfNothing,
    InvoiceReasonMissing,
    InvoiceReversed,
    InvoiceSeenBefore,
    ReceiptTakenBack,
)
from ui.sentences import sentence

_NAMED = 8


@sentence(BookUnknown)
def _book_unknown(refusal: BookUnknown) -> str:
    return tr("There is no receipt book {book}. Choose one from the list.").format(book=refusal.book)


@sentence(NoBookRegistered)
def _no_book_registered(refusal: NoBookRegistered) -> str:
    return tr(
        "No book of {kind} is registered. A supervisor registers one (Ctrl+Shift+R), or takes other numbers in the "
        "settings."
    ).format(kind=tr(BOOK_NAMES[refusal.kind]))


@sentence(PrefixUnreadable)
def _prefix_unreadable(refusal: PrefixUnreadable) -> str:
    return tr("“{text}” is no prefix. Type a letter, perhaps more letters and digits, as H or F2.").format(
        text=refusal.text
    )


@sentence(PrefixTaken)
def _prefix_taken(refusal: PrefixTaken) -> str:
    return tr("The prefix {prefix} belongs to {kind}. Take another one.").format(
        prefix=refusal.prefix, kind=tr(BOOK_NAMES[refusal.kind])
    )


@sentence(RangeReversed)
def _range_reversed(refusal: RangeReversed) -> str:
    return tr(
        "A book goes from its first number to its last, 1 to 99,999,999; {first} to {last} does not. Type both again."
    ).format(first=refusal.first, last=refusal.last)


@sentence(BooksOverlap)
def _books_overlap(refusal: BooksOverlap) -> str:
    return tr(
        "{first} to {last} meets the registered book {other_first} to {other_last}. Compare with the cover of the book."
    ).format(first=refusal.first, last=refusal.last, other_first=refusal.other_first, other_last=refusal.other_last)


@sentence(BookIsCounted)
def _book_is_counted(refusal: BookIsCounted) -> str:
    return tr("The program itself gives the numbers of {book}; it is not handed out.").format(book=refusal.book)


@sentence(HolderMissing)
def _holder_missing(_: HolderMissing) -> str:
    return tr("Type who takes the book along.")


@sentence(BookIsOut)
def _book_is_out(refusal: BookIsOut) -> str:
    return tr("{holder} has had {book} since {day}. Take it back first.").format(
        holder=refusal.holder, book=refusal.book, day=show_date(refusal.since)
    )


@sentence(BookNotOut)
def _book_not_out(refusal: BookNotOut) -> str:
    return tr("Nobody has {book}, so it cannot be taken back. Hand it out first.").format(book=refusal.book)


@sentence(BookWasReturned)
def _book_was_returned(refusal: BookWasReturned) -> str:
    return tr("{book} came back and every number of it is accounted for. Nothing was changed.").format(
        book=refusal.book
    )


@sentence(NumbersUnaccounted)
def _numbers_unaccounted(refusal: NumbersUnaccounted) -> str:
    named = tr(", ").join(refusal.numbers[:_NAMED])
    more = len(refusal.numbers) - _NAMED
    if more > 0:
        named = tr_n("{named} and {n} more", "{named} and {n} more", more).format(named=named, n=more)
    return tr("{numbers} of {book}: say of each whether it is spoiled, missing or came back unused.").format(
        numbers=named, book=refusal.book
    )


@sentence(NumberNotNext)
def _number_not_next(refusal: NumberNotNext) -> str:
    return tr("The number in turn is {next}; {asked} cannot be spoiled before it. Spoil them in their order.").format(
        next=refusal.next, asked=refusal.asked
    )


@sentence(SpoilReasonMissing)
def _spoil_reason_missing(refusal: SpoilReasonMissing) -> str:
    return tr("Say why {label} carries no money.").format(label=refusal.label)


@sentence(FormNotConfirmed)
def _form_not_confirmed(refusal: FormNotConfirmed) -> str:
    return tr(
        "The next receipt is {label}, and nobody has said yet that the form in the printer bears this number. "
        "Press F9 again, look at the form and type its number."
    ).format(label=refusal.label)


@sentence(FormsLost)
def _forms_lost(refusal: FormsLost) -> str:
    return tr(
        "The forms {first} to {last} were printed before the data was lost. Enter them again first, in their order, "
        "with Ctrl+F12; one that carries no money is spoiled there with its reason. Then {then} is the next form."
    ).format(first=refusal.first, last=refusal.last, then=refusal.then)


@sentence(FormDiffers)
def _form_differs(refusal: FormDiffers) -> str:
    return tr(
        "The form in the printer says {form}, the program goes on with {program}. Load the form {program}, or spoil "
        "the numbers before {form} with the reason."
    ).format(form=refusal.form, program=refusal.program)


@sentence(BookNotOfForms)
def _book_not_of_forms(refusal: BookNotOfForms) -> str:
    return tr("{book} is no stack of pre-printed forms; there is no form to compare.").format(book=refusal.book)


@sentence(NoBlanksAsked)
def _no_blanks_asked(refusal: NoBlanksAsked) -> str:
    return tr("A block has 1 to {most} blanks, not {asked}. Type how many are to be printed.").format(
        most=refusal.most, asked=refusal.asked
    )


@sentence(InvoiceNumberUnreadable)
def _invoice_number_unreadable(refusal: InvoiceNumberUnreadable) -> str:
    return tr(
        "“{text}” is no invoice number. It has 8 to 20 digits and stands at the top right of the invoice."
    ).format(text=refusal.text)


@sentence(InvoiceOfNothing)
def _invoice_of_nothing(_: InvoiceOfNothing) -> str:
    return tr("Type the amount of the invoice; it is more than nothing.")


@sentence(InvoiceBeforeReceipt)
def _invoice_before_receipt(refusal: InvoiceBeforeReceipt) -> str:
    return tr(
        "Receipt {label} is of {taken}, so its invoice cannot be of {day}. Look at the date on the invoice."
    ).format(label=refusal.label, taken=show_date(refusal.taken), day=show_date(refusal.day))


@sentence(InvoicedTooMuch)
def _invoiced_too_much(refusal: InvoicedTooMuch) -> str:
    return tr(
        "Of receipt {label} {rest} has no invoice yet; {asked} is more. Type the rest, or reverse the wrong "
        "invoice first."
    ).format(
        label=refusal.label,
        rest=show_money(refusal.rest, sign=True),
        asked=show_money(refusal.asked, sign=True),
    )


@sentence(InvoiceSeenBefore)
def _invoice_seen_before(refusal: InvoiceSeenBefore) -> str:
    return tr("Invoice {number} was recorded for receipt {label} before. Look at the number again.").format(
        number=refusal.number, label=refusal.label
    )


@sentence(InvoiceReversed)
def _invoice_reversed(refusal: InvoiceReversed) -> str:
    return tr("Invoice {number} was reversed before. Nothing was changed.").format(number=refusal.number)


@sentence(InvoiceReasonMissing)
def _invoice_reason_missing(refusal: InvoiceReasonMissing) -> str:
    return tr("Say why invoice {number} is reversed.").format(number=refusal.number)


@sentence(ReceiptTakenBack)
def _receipt_taken_back(refusal: ReceiptTakenBack) -> str:
    return tr("Receipt {label} was taken back; nothing of it can be invoiced.").format(label=refusal.label)
