"""Sentences of the core room: amounts, areas, prices and rates that cannot be read as typed."""

from app.core import refusals as core
from app.core import setting_refusals
from app.core.language import tr
from app.core.show import show_money
from ui.sentences import sentence


@sentence(core.NoAmount)
def _no_amount(_: core.NoAmount) -> str:
    return tr("No amount is typed. Type yuan and fen, like 1862.40.")


@sentence(core.NotAnAmount)
def _not_an_amount(error: core.NotAnAmount) -> str:
    return tr("“{text}” is not an amount. Type figures only, like 1862.40 or 1800+62.4.").format(text=error.text)


@sentence(core.ThirdDecimal)
def _third_decimal(error: core.ThirdDecimal) -> str:
    return tr("“{text}” has more than two decimals. A fen is the smallest coin; check the amount.").format(
        text=error.text
    )


@sentence(core.NegativeAmount)
def _negative_amount(error: core.NegativeAmount) -> str:
    return tr("“{text}” has a minus sign. Type the amount without it; money goes back by void or refund.").format(
        text=error.text
    )


@sentence(core.AmountTooLarge)
def _amount_too_large(error: core.AmountTooLarge) -> str:
    return tr("“{text}” is more than {most} yuan. Check the figures, or take it in several payments.").format(
        text=error.text, most=show_money(error.most)
    )


@sentence(core.NotANumber)
def _not_a_number(error: core.NotANumber) -> str:
    if not error.text.strip():
        return tr("No number is typed. Type figures and a decimal point only, like 89.50.")
    return tr("“{text}” is not a number. Type figures and a decimal point only, like 89.50.").format(text=error.text)


@sentence(core.TooManyDecimals)
def _too_many_decimals(error: core.TooManyDecimals) -> str:
    return tr("“{text}” has more than {most} decimals. Shorten the number.").format(text=error.text, most=error.most)


@sentence(core.NotPositive)
def _not_positive(error: core.NotPositive) -> str:
    return tr("“{text}” must be more than zero. Check the number.").format(text=error.text)


@sentence(core.NumberTooLarge)
def _number_too_large(error: core.NumberTooLarge) -> str:
    return tr("“{text}” is too large: it must stay below {below}. Check the decimal point.").format(
        text=error.text, below=f"{error.below:,}"
    )


@sentence(core.RateWithoutUnit)
def _rate_without_unit(error: core.RateWithoutUnit) -> str:
    return tr("“{text}” does not say of what. Type the daily rate with its sign, like 0.5‰, 5‱ or 0.05%.").format(
        text=error.text
    )


@sentence(core.NotARate)
def _not_a_rate(error: core.NotARate) -> str:
    return tr("“{text}” is not a daily rate. Type it with its sign, like 0.5‰, 5‱ or 0.05%.").format(text=error.text)


@sentence(core.RateTooHigh)
def _rate_too_high(error: core.RateTooHigh) -> str:
    return tr("“{text}” is more than 1% a day. Check whether ‰ or ‱ was meant.").format(text=error.text)


@sentence(setting_refusals.SettingAmountOutOfBounds)
def _setting_amount(error: setting_refusals.SettingAmountOutOfBounds) -> str:
    least, most = show_money(error.least), show_money(error.most)
    return tr("“{setting}” takes amounts from {least} to {most} yuan. Type one of them.").format(
        setting=tr(error.name), least=least, most=most
    )


@sentence(setting_refusals.SettingNumberOutOfBounds)
def _setting_number(error: setting_refusals.SettingNumberOutOfBounds) -> str:
    return tr("“{setting}” takes whole numbers from {least} to {most}. Type one of them.").format(
        setting=tr(error.name), least=error.least, most=error.most
    )


@sentence(setting_refusals.SettingNotOffered)
def _setting_not_offered(error: setting_refusals.SettingNotOffered) -> str:
    return tr("“{setting}” takes only what it offers. Choose from its list.").format(setting=tr(error.name))


@sentence(setting_refusals.SettingTextMissing)
def _setting_text_missing(error: setting_refusals.SettingTextMissing) -> str:
    return tr("“{setting}” cannot be empty. Type it in.").format(setting=tr(error.name))


@sentence(setting_refusals.SettingTextTooLong)
def _setting_text_too_long(error: setting_refusals.SettingTextTooLong) -> str:
    return tr("“{setting}” takes at most {longest} characters. Shorten it.").format(
        setting=tr(error.name), longest=error.longest
    )
