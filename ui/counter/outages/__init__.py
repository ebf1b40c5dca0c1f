"""The outage desk: papers before a power cut, hand-written receipts after it, online payment down."""
