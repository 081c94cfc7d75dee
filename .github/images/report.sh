#!/usr/bin/env bash
# Makes report.png, the picture in README.md. Needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
OCP_MOCK_FAULT=foreign-backup-mode OCP_RESULTS="$work" dotnet test tests/OcpConformance.Tests "$@" >/dev/null || true
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync \
  --hide-scrollbars --user-data-dir="$work/profile" --lang=en-US --window-size=1280,1330 \
  --screenshot=.github/images/report.png "file://$work/report.html?lang=en" 2>/dev/null
