"""Sentences of the estate room: codes, telephones, plates, people and units."""

from app.core.language import tr
from app.core.show import mask_numbers, mask_phone, show_date
from app.estate import refusals as estate
from ui.sentences import sentence


@sentence(estate.NotAUnitCode)
def _not_a_unit_code(error: estate.NotAUnitCode) -> str:
    if not error.text:
        return tr("No unit code is typed. Write building and room, like 3-2-501, 3栋2单元501 or 商铺07.")
    return tr("“{text}” is not a unit code. Write building and room, like 3-2-501, 3栋2单元501 or 商铺07.").format(
        text=error.text
    )


@sentence(estate.UnknownWord)
def _unknown_word(error: estate.UnknownWord) -> str:
    return tr("“{text}” is not understood. Use one of: {known}.").format(
        text=error.text, known=tr(", ").join(error.known)
    )


@sentence(estate.NotAPhone)
def _not_a_phone(error: estate.NotAPhone) -> str:
    return tr(
        "“{text}” is not a telephone number. Write the 11 digits of a mobile, or area code and number: 0571-88880000.",
    ).format(text=mask_numbers(error.text))


@sentence(estate.NotAPlate)
def _not_a_plate(error: estate.NotAPlate) -> str:
    return tr("“{text}” is not a number plate. Write it like 浙A·12345.").format(text=error.text)


@sentence(estate.NameNeeded)
def _name_needed(_: estate.NameNeeded) -> str:
    return tr("The name is empty. Type it.")


@sentence(estate.NotInitials)
def _not_initials(error: estate.NotInitials) -> str:
    return tr(
        "“{text}” are not initials. Type plain letters, several readings with a blank between, like zxx cxx."
    ).format(text=error.text)


@sentence(estate.UnitExists)
def _unit_exists(error: estate.UnitExists) -> str:
    return tr("The unit {code} is in the book already. Search for it, or correct the code.").format(code=error.code)


@sentence(estate.UnknownUnit)
def _unknown_unit(error: estate.UnknownUnit) -> str:
    return tr("There is no unit {code} in the book. Check the code, or add the unit.").format(code=error.code)


@sentence(estate.UnknownPlate)
def _unknown_plate(error: estate.UnknownPlate) -> str:
    return tr("No unit has the number plate {number}. Check it, or write the unit's code instead.").format(
        number=mask_phone(error.number)
    )


@sentence(estate.PlateOfSeveral)
def _plate_of_several(error: estate.PlateOfSeveral) -> str:
    units = tr(", ").join(error.units)
    return tr("The number plate {number} belongs to several units ({units}). Write the unit's code instead.").format(
        number=error.number, units=units
    )


@sentence(estate.EstateExists)
def _estate_exists(error: estate.EstateExists) -> str:
    return tr("There is an estate “{name}” already. Use it, or choose another name.").format(name=error.name)


@sentence(estate.NoEstate)
def _no_estate(_: estate.NoEstate) -> str:
    return tr("There is no estate yet that the unit could belong to. Finish the set-up first.")


@sentence(estate.AreaNeeded)
def _area_needed(error: estate.AreaNeeded) -> str:
    return tr("{code} has no building area, which its fees are computed from. Fill it in.").format(code=error.code)


@sentence(estate.PhoneWithoutName)
def _phone_without_name(error: estate.PhoneWithoutName) -> str:
    return tr("The telephone {number} has no name beside it. Fill in whose it is, or take it out.").format(
        number=error.number
    )


@sentence(estate.EndsBeforeItBegins)
def _ends_before_it_begins(error: estate.EndsBeforeItBegins) -> str:
    return tr("It would end on {until}, but it begins on {since}. Choose a later day.").format(
        until=show_date(error.until), since=show_date(error.since)
    )


@sentence(estate.AlreadyEnded)
def _already_ended(error: estate.AlreadyEnded) -> str:
    return tr("The role of {name} on this unit has ended already. Look at the page again.").format(name=error.name)


@sentence(estate.PersonForgotten)
def _person_forgotten(_: estate.PersonForgotten) -> str:
    return tr("Name and telephones of this person were removed and cannot come back. Enter somebody new instead.")
