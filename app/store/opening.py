"""Opening a data folder: folder, key, schema, in this order, each with its own plain trouble."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.store.engine import make_engine
from app.store.faults import trouble_in
from app.store.folder import DataFolder
from app.store.key_file import database_key, mend
from app.store.log_file import check_log, log_kept
from app.store.migrate import bring_up_to_date
from app.store.store import Store


def open_store(folder: DataFolder, now: datetime, key: str | None = None) -> Store:
    """The office's database, made or brought up to date; `key` where it does not lie open beside it.

    Raises FolderNotWritable, FolderOnNetworkDrive, KeyMissing, LogDamaged, DatabaseDamaged, DatabaseIsNewer,
    BackupFailed, DiskFull.
    """
    folder.prepare()
    if folder.restoring.exists():
        from app.store.restoring import finish_restore  # noqa: PLC0415 - seldom, and zip archives are read for it

        finish_restore(folder)
    if key is None:
        key = database_key(folder)
    mend(folder)
    check_log(folder.log)
    if folder.doubt.exists():
        from app.store.doubt import settle_doubt  # noqa: PLC0415 - seldom, and every page is read

        settle_doubt(folder, key)
    engine = make_engine(folder.database, key)
    try:
        bring_up_to_date(engine, folder, key, now)
    except (DBAPIError, dbapi2.Error) as error:
        with log_kept(folder):
            engine.dispose()
        trouble = trouble_in(error)
        if trouble is None:
            raise
        raise trouble from error
    except BaseException:
        engine.dispose()
        raise
    return Store(folder, engine, key)
