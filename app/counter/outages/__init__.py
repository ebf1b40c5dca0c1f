"""When the power or the network is gone: papers made before, receipts entered after, online payment switched off."""
