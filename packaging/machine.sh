# shellcheck shell=sh
# What `start` and `check` need of a machine: system libraries, a Python, and an environment of the program's own.
# Sourced, never run; the caller stands in the project's folder and runs under `set -eu`.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

# Libraries that Qt opens, as "file:Debian package"; the first six are needed even without a screen.
QT_LIBRARIES='libGL.so.1:libgl1 libEGL.so.1:libegl1 libglib-2.0.so.0:libglib2.0-0 libxkbcommon.so.0:libxkbcommon0
libfontconfig.so.1:libfontconfig1 libdbus-1.so.3:libdbus-1-3 libxcb-cursor.so.0:libxcb-cursor0
libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0 libcups.so.2:libcups2'

missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    present=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    for pair in $QT_LIBRARIES; do
        case "$present" in *"${pair%%:*} "*) ;; *) printf '%s ' "${pair#*:}" ;; esac
    done
}

# missing_commands "command:package …"
missing_commands() {
    for pair in $1; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || printf '%s ' "${pair#*:}"
    done
}

# The first Python from 3.11 to 3.13 that can make an environment; the pinned Qt has no build for others.
find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        "$name" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
            >/dev/null 2>&1 || continue
        printf '%s' "$name"
        return
    done
}

missing_python() {
    [ -n "$(find_python)" ] || printf 'python3 python3-venv '
}

# install_packages "package …": as root or through sudo; without either, the command that somebody has to run.
install_packages() {
    [ -n "$1" ] || return 0
    command -v apt-get >/dev/null 2>&1 || fail "Missing on this system (by Debian's names): $1" \
        "Install the same with this system's own tool, then run this again."
    if [ "$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null 2>&1; then as_root=sudo; else
        fail "Missing on this system: $1" "Here is neither root nor sudo. Ask whoever looks after this computer to run" \
            "    apt-get install --no-install-recommends $1"
    fi
    say "Installing: $1"
    # shellcheck disable=SC2086 # the names are words
    { $as_root apt-get update -qq; $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $1 >/dev/null; } ||
        fail "These packages could not be installed: $1" "The lines above say why; a first set-up needs a network."
}

# make_environment FOLDER WHAT SOURCE…: WHAT installed into FOLDER, again only after one of the SOURCEs has changed.
make_environment() {
    folder=$1 what=$2 stamp=$1/.up-to-date
    shift 2
    if [ -e "$stamp" ] && [ -z "$(find "$@" -newer "$stamp" ! -name '*.mo' ! -name '__pycache__' ! -name '*.pyc' \
        -print -quit)" ] && "$folder/bin/python" -c '' 2>/dev/null; then
        return
    fi
    [ -w . ] || fail "This folder may not be written: $(pwd)" "Run this from a copy of your own."
    python=$(find_python)
    [ -n "$python" ] || fail "There is no Python from 3.11 to 3.13 here that can make an environment." \
        "Install one (on Debian and Ubuntu: python3 and python3-venv), or name it: PYTHON=/path/to/python3.11 $0"
    say "Setting up $folder with $("$python" --version) …"
    rm -f "$stamp"
    "$folder/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$folder" ||
        fail "The environment $folder could not be made; the lines above say why."
    # shellcheck disable=SC2086 # WHAT may be an option and its value
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt $what ||
        fail "The Python packages could not be installed." "The lines above say why; a first set-up needs a network."
    : >"$stamp"
}
