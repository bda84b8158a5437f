#!/usr/bin/env bash
# GnuCOBOL 3.1.2 (Debian 3.1.2-5+b1), -std=ibm, without -fodoslide: a field behind a table that OCCURS DEPENDING ON makes
# the record too short by the bytes that stand in front of the table. LENGTH says so, and WRITE loses the record's end,
# for every value of the count, without a message. With -fodoslide length and record are right.
# Needs: bash, gcc, apt-get with Debian 12's packages. Installs into a temporary folder only.
set -euo pipefail

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
cd "$temp"

version=3.1.2-5+b1
apt-get -qq download "gnucobol3=$version" "libcob4=$version" "libcob4-dev=$version" \
  libgmp10 libgmp-dev libdb5.3 libxml2 libicu72 libncurses6 libncurses-dev libtinfo6 2>/dev/null
for package in *.deb; do dpkg -x "$package" root; done

libraries=$temp/root/usr/lib/$(gcc -print-multiarch)
includes=$temp/root/usr/include
export PATH=$temp/root/usr/bin:$PATH LD_LIBRARY_PATH=$libraries:$temp/root/lib/$(gcc -print-multiarch)
export COB_CONFIG_DIR=$temp/root/etc/gnucobol
export COB_CFLAGS="-I$includes -I$includes/$(gcc -print-multiarch) -pipe" COB_LDFLAGS="-L$libraries"
cobc --version | head -n 1

# $1 PICTURE of the count: what stands in front of the table
program() {
  cat >tail.cbl <<END
       IDENTIFICATION DIVISION.
       PROGRAM-ID. TAILS.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT OUT-FILE ASSIGN TO "OUT.DAT"
             ORGANIZATION LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  OUT-FILE.
       01  ORDER-RECORD.
           05  LINE-COUNT  PIC $1.
           05  LINE-ITEM   OCCURS 1 TO 3 TIMES
                           DEPENDING ON LINE-COUNT PIC X(2).
           05  ORDER-END   PIC X(4).
       PROCEDURE DIVISION.
           OPEN OUTPUT OUT-FILE
           MOVE 3 TO LINE-COUNT
           MOVE "AA" TO LINE-ITEM(1)
           MOVE "BB" TO LINE-ITEM(2)
           MOVE "CC" TO LINE-ITEM(3)
           MOVE "STOP" TO ORDER-END
           DISPLAY FUNCTION LENGTH(ORDER-RECORD)
           WRITE ORDER-RECORD
           CLOSE OUT-FILE
           STOP RUN.
END
}

# $1 PICTURE of the count, $2 option of cobc or nothing, $3 expected length, $4 expected record
expect() {
  program "$1"
  rm -f OUT.DAT
  cobc -x -std=ibm $2 -o tails tail.cbl
  length=$((10#$(./tails)))
  record=$(cat OUT.DAT)
  printf 'count PIC %s %-11s LENGTH %2d, record %s\n' "$1" "$2" "$length" "$record"
  [ "$length" = "$3" ] && [ "$record" = "$4" ] || { echo "expected LENGTH $3 and record $4: this has changed" >&2; exit 1; }
}

expect '9'    ''           10 '3AABBCCSTO'     # 11 bytes would be right: one is lost, the count has one
expect '9(3)' ''           10 '003AABBCCS'     # 13 would be right: three are lost, the count has three
expect '9'    '-fodoslide' 11 '3AABBCCSTOP'
expect '9(3)' '-fodoslide' 13 '003AABBCCSTOP'
