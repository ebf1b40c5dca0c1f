"""Tariffs, billing and what is changed about charges."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.meters import MeterServices

if TYPE_CHECKING:
    from app.fees.adjustments.discount_rules import DiscountRules
    from app.fees.adjustments.late_fee_pauses import LateFeePauses
    from app.fees.adjustments.vacancies import Vacancies
    from app.fees.adjustments.waivers import Adjustments
    from app.fees.assignments import Assignments
    from app.fees.billing import Billing
    from app.fees.disclosure.disclosures import Disclosures
    from app.fees.items import FeeItems
    from app.fees.one_off import OneOffCharges
    from app.fees.opening.arrears import OpeningArrears
    from app.fees.opening.assignment_sheet import AssignmentSheet
    from app.fees.run_charges import RunCharges
    from app.fees.shared.costs import SharedCosts
    from app.fees.tariff_moves import TariffMoves
    from app.fees.tariffs import Tariffs
    from app.fees.unit_fees import UnitFees


class FeesServices(MeterServices):
    """What fees cost, who pays them, and what was charged."""

    @cached_property
    def fee_items(self) -> FeeItems:
        """What fees are called."""
        from app.fees.items import FeeItems

        return FeeItems(self.store, self.clock)

    @cached_property
    def tariffs(self) -> Tariffs:
        """What fees cost."""
        from app.fees.tariffs import Tariffs

        return Tariffs(self.store, self.clock)

    @cached_property
    def assignments(self) -> Assignments:
        """Which unit pays by which tariff."""
        from app.fees.assignments import Assignments

        return Assignments(self.store, self.clock)

    @cached_property
    def unit_fees(self) -> UnitFees:
        """The fees of single units."""
        from app.fees.unit_fees import UnitFees

        return UnitFees(self.store, self.clock)

    @cached_property
    def disclosures(self) -> Disclosures:
        """The fee disclosure sheet."""
        from app.fees.disclosure.disclosures import Disclosures

        return Disclosures(self.store, self.clock)

    @cached_property
    def assignment_sheet(self) -> AssignmentSheet:
        """Which unit pays by which tariff, as a sheet."""
        from app.fees.opening.assignment_sheet import AssignmentSheet

        return AssignmentSheet(self.store, self.clock)

    @cached_property
    def tariff_moves(self) -> TariffMoves:
        """Units that go from one tariff to another."""
        from app.fees.tariff_moves import TariffMoves

        return TariffMoves(self.store, self.clock)

    @cached_property
    def billing(self) -> Billing:
        """Billing runs."""
        from app.counter.payments.credit_at_billing import CreditAtBilling
        from app.fees.billing import Billing

        return Billing(self.store, self.clock, CreditAtBilling())

    @cached_property
    def run_charges(self) -> RunCharges:
        """What billing runs charged."""
        from app.fees.run_charges import RunCharges

        return RunCharges(self.store)

    @cached_property
    def one_offs(self) -> OneOffCharges:
        """Charges made by hand."""
        from app.fees.one_off import OneOffCharges

        return OneOffCharges(self.store, self.clock)

    @cached_property
    def shared_costs(self) -> SharedCosts:
        """Common costs split over units."""
        from app.fees.shared.costs import SharedCosts

        return SharedCosts(self.store, self.clock)

    @cached_property
    def opening_arrears(self) -> OpeningArrears:
        """What units owed when the office began with this book."""
        from app.fees.opening.arrears import OpeningArrears

        return OpeningArrears(self.store, self.clock)

    @cached_property
    def adjustments(self) -> Adjustments:
        """What is let go of, and the list of all that changed a charge."""
        from app.fees.adjustments.waivers import Adjustments

        return Adjustments(self.store, self.clock)

    @cached_property
    def late_fee_pauses(self) -> LateFeePauses:
        """Days that do not count for the late fee."""
        from app.fees.adjustments.late_fee_pauses import LateFeePauses

        return LateFeePauses(self.store, self.clock)

    @cached_property
    def discount_rules(self) -> DiscountRules:
        """What paying months at once earns."""
        from app.fees.adjustments.discount_rules import DiscountRules

        return DiscountRules(self.store, self.clock)

    @cached_property
    def vacancies(self) -> Vacancies:
        """Discounts for homes that stand empty."""
        from app.fees.adjustments.vacancies import Vacancies

        return Vacancies(self.store, self.clock)
