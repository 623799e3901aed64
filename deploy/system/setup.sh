# shellcheck shell=bash disable=SC1111
# Makes this folder ready to run: system packages, .venv, locked Python packages, the motcua-* commands.
# Sourced by ./run, which stands in the repository's root. Works as root, with sudo, or with nothing to install.

STATE=build/setup            # logs and the lock against two set-ups at once
STAMP=.venv/.motcua-ready    # what the set-up that finished was made from
UNFINISHED=.venv/.motcua-unfinished
EMULATOR_LOCK=tests/hardware/printing/emulator.lock
INPUTS=(pyproject.toml requirements.lock "$EMULATOR_LOCK" deploy/system/apt.txt deploy/system/apt-optional.txt
    deploy/system/setup.sh)
STEPS=5 step_number=0

die() { printf '✗ %s\n' "$@" >&2; exit 1; }

# Everything a finished set-up depends on: the files, the Python behind .venv, the release, the folder.
fingerprint() {
    { readlink -f .venv/bin/python && cat "${INPUTS[@]}" /etc/os-release && pwd; } 2>/dev/null | sha256sum
}

is_ready() { [[ -f $STAMP && "$(<"$STAMP")" == "$(fingerprint)" ]]; }

ensure_ready() {
    is_ready && return
    mkdir -p "$STATE"
    exec 9>"$STATE/lock"
    flock -n 9 || { echo '… một lần cài đặt khác đang chạy trong thư mục này, xin chờ'; flock 9; }
    is_ready || set_up
    exec 9>&-
}

set_up() {
    local began=$SECONDS python
    echo 'Một Cửa: chuẩn bị máy (lần đầu mất vài phút, các lần sau chạy ngay)'
    step_number=0
    python=$(find_python) || exit 1
    ask_for_password "$python"
    step 'gói hệ thống' install_system_packages "$python"
    step 'môi trường Python (.venv)' make_venv "$python"
    step 'thư viện Python' install_python_packages
    step 'các lệnh motcua-*' install_commands
    step 'các đoạn tiếng của lời gọi số' build_voice_clips
    rm -f "$UNFINISHED"
    fingerprint >"$STAMP"
    echo "✓ Đã sẵn sàng sau $((SECONDS - began)) giây."
}

# step TITLE COMMAND…: run it aside with a clock in front; on failure name the log and show its end.
# The job keeps the lock (descriptor 9), so a set-up whose ./run was killed is still waited for.
step() {
    local title=$1 log began=$SECONDS job drawn=0
    shift
    log=$STATE/$((++step_number))-$1.log
    echo "[$step_number/$STEPS] $title"
    set -m # a process group of its own: Ctrl+C then stops pip and apt too
    LC_ALL=C.UTF-8 "$@" >"$log" 2>&1 </dev/null &
    job=$!
    set +m
    trap 'kill -- "-$job" 2>/dev/null; exit 130' INT TERM HUP
    while kill -0 "$job" 2>/dev/null; do
        sleep 0.2
        show_progress "$((SECONDS - began))" "$log"
    done
    trap - INT TERM HUP
    if [[ -t 1 ]]; then printf '\r\e[K'; fi
    wait "$job" || step_failed "$title" "$log"
    echo "      xong ($((SECONDS - began)) giây)"
}

# On a terminal one line that changes every second, elsewhere one line every 15 seconds. Keeps step's `drawn`.
show_progress() {
    local elapsed=$1 last every=15
    if [[ -t 1 ]]; then every=1; fi
    if ((elapsed < drawn + every)); then return; fi
    drawn=$elapsed
    last=$(tail -n 3 "$2" | sed -e 's/.*\r//' -e '/^[[:space:]]*$/d' | tail -n 1)
    if [[ -t 1 ]]; then
        printf '\r\e[K      %d giây %s' "$elapsed" "${last:+· ${last:0:60}}"
    else
        echo "      … $elapsed giây${last:+ · ${last:0:60}}"
    fi
}

step_failed() {
    local missing=$STATE/missing
    if [[ -s $missing ]]; then die "$(<"$missing")"; fi
    echo "── cuối nhật ký $2" >&2
    tail -n 15 "$2" >&2
    die "Bước “$1” không xong. Nhật ký đầy đủ: $2. Chạy lại lệnh này để thử tiếp."
}

# PYTHON in the environment chooses; else the first of these that is 3.11, 3.12 or 3.13.
find_python() {
    local name
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            "$name" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))'
            return
        fi
    done
    die 'Cần Python 3.11, 3.12 hoặc 3.13 (python3). Hãy cài bằng: apt-get install python3 python3-venv'
}

# ---- step 1

package_list() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1"; }

# Print the lines of a list of which no alternative is installed.
missing_packages() {
    local line name
    while read -r line; do
        for name in ${line//|/ }; do
            if [[ $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null) == *' ok installed' ]]; then continue 2; fi
        done
        echo "$line"
    done
}

# Print, for each line, the first alternative this release can install. Where it knows none: nothing for an
# optional line; for a required one the last, older name, which newer releases still understand.
choose_names() {
    local lines line name known
    mapfile -t lines
    # shellcheck disable=SC2048,SC2086
    known=" $(apt-cache policy ${lines[*]//|/ } 2>/dev/null |
        awk -F: '/^[^ ]/ {name = $1} /Candidate: [^(]/ {printf "%s ", name}')"
    for line in "${lines[@]}"; do
        for name in ${line//|/ }; do
            if [[ $known == *" $name "* ]]; then echo "$name"; continue 2; fi
        done
        if [[ $1 == required ]]; then echo "${line##*|}"; fi
    done
}

required_packages() {
    package_list deploy/system/apt.txt
    if ! "$1" -c 'import ensurepip' 2>/dev/null; then echo "$(basename "$1")-venv|python3-venv"; fi
}

install_system_packages() {
    local python=$1 required optional as_root
    rm -f "$STATE/missing"
    if ! command -v dpkg-query >/dev/null; then
        echo 'no dpkg here: the packages of deploy/system/apt.txt are taken as present'
        return
    fi
    required=$(required_packages "$python" | missing_packages)
    optional=$(package_list deploy/system/apt-optional.txt | missing_packages)
    if [[ -z $required$optional ]]; then echo 'nothing to install'; return; fi
    if ! as_root=$(root_prefix); then
        if [[ -z $required ]]; then echo "not root, optional ones left out: $optional"; return; fi
        required=$(choose_names required <<<"$required" | tr '\n' ' ')
        echo "Thiếu gói hệ thống. Nhờ người quản trị chạy: sudo apt-get install ${required% }" >"$STATE/missing"
        return 1
    fi
    apt_install "$as_root" "$required" "$optional"
}

# On a terminal sudo may ask now; the steps run aside, where nobody could answer.
ask_for_password() {
    if ((EUID == 0)) || [[ ! -t 0 ]] || ! command -v sudo >/dev/null; then return; fi
    if [[ -z $(required_packages "$1" | missing_packages) ]] || sudo -n true 2>/dev/null; then return; fi
    echo 'Cần quyền quản trị để cài gói hệ thống; sudo có thể hỏi mật khẩu.'
    sudo -v || true
}

# Print the words that make a command run as root; fail when nothing does.
root_prefix() {
    if ((EUID == 0)); then return; fi
    if sudo -n true 2>/dev/null; then echo 'sudo -n'; else return 1; fi
}

apt_install() {
    local as_root=$1 names
    local apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300"
    exec 9>&- # a service that a package starts must not keep our lock
    $as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a # what an interrupted apt left half done
    $apt update || echo 'apt-get update failed: going on with the lists that are here'
    if [[ -n $2 ]]; then
        names=$(choose_names required <<<"$2")
        # shellcheck disable=SC2086
        $apt install -y --no-install-recommends $names || return 1
    fi
    if [[ -n $3 ]]; then
        names=$(choose_names optional <<<"$3")
        # shellcheck disable=SC2086
        $apt install -y --no-install-recommends $names || echo 'left out: optional packages'
    fi
}

# ---- steps 2 to 5

# A .venv of another Python or folder, or one whose set-up was cut off, is made anew; pip's cache keeps that short.
make_venv() {
    local wanted
    wanted=$("$1" -c 'import os, sys; print(os.path.realpath(sys.executable))')
    if [[ -e $UNFINISHED || "$(readlink -f .venv/bin/python)" != "$wanted" ]] ||
        ! grep -q "$PWD/.venv" .venv/bin/pip || ! .venv/bin/python -m pip -V; then
        rm -rf .venv
        mkdir .venv
        touch "$UNFINISHED"
        "$1" -m venv .venv
    fi
    touch "$UNFINISHED"
}

install_python_packages() {
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-deps --only-binary :all: \
        --require-hashes -r requirements.lock
    # A printer emulator that some tests compare with; it asks for a newer Python, so it stands apart.
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-deps --only-binary :all: --upgrade \
        --ignore-requires-python --target build/emulator --require-hashes -r "$EMULATOR_LOCK" ||
        echo 'left out: emupos, which some tests compare with'
}

# The rooms are used in place; setuptools comes from the lock, so nothing is fetched.
install_commands() {
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-deps --no-index \
        --no-build-isolation --editable .
}

# A TV makes missing clips by itself; made here, its first call need not wait for them.
build_voice_clips() {
    .venv/bin/motcua-display clips --build --region all --language all
}
