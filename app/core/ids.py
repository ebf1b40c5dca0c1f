"""Row ids by what they name, so that a unit is never taken for a person."""

from typing import NewType

UserId = NewType("UserId", int)
ApprovalId = NewType("ApprovalId", int)
EstateId = NewType("EstateId", int)
BuildingId = NewType("BuildingId", int)
UnitId = NewType("UnitId", int)
PersonId = NewType("PersonId", int)
OccupancyId = NewType("OccupancyId", int)
BatchId = NewType("BatchId", int)
EntryNo = NewType("EntryNo", int)
FeeItemId = NewType("FeeItemId", int)
TariffId = NewType("TariffId", int)
VersionId = NewType("VersionId", int)
AssignmentId = NewType("AssignmentId", int)
RunId = NewType("RunId", int)
ChargeId = NewType("ChargeId", int)
AdjustmentId = NewType("AdjustmentId", int)
PaymentId = NewType("PaymentId", int)
ReceiptId = NewType("ReceiptId", int)
BookId = NewType("BookId", int)
ShiftId = NewType("ShiftId", int)
