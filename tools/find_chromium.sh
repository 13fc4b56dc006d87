#!/bin/sh
# Print the path of a Chromium for the tests: the one on the PATH, else the system's package
# manager's, else Playwright's own download. Usage: find_chromium.sh PYTHON
set -u
python=$1

on_path() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return 0
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

by_package_manager() {
  if command -v apt-get; then
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
  elif command -v dnf; then
    as_root dnf install -y -q chromium
  elif command -v apk; then
    as_root apk add --quiet chromium
  fi
}

by_playwright() {
  "$python" -m playwright install chromium >&2 || return 1
  "$python" -c 'from playwright.sync_api import sync_playwright as start
with start() as p: print(p.chromium.executable_path)'
}

on_path && exit 0
by_package_manager >&2
on_path && exit 0
by_playwright && exit 0
echo "No Chromium could be had: not on the PATH, not from a package manager, not by download." >&2
echo "Install one and run again; the tests in a browser are never skipped." >&2
exit 1
