# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# Counts for the judge's own model of melodies, tests/report/judge/counts.c.
# One file: melody_moves. Major from lead sheets, minor, where those are few,
# from lieder.

BEGIN {
  FS = "\t"; MOVES = 27; REPEAT = 13
  split("1 b2 2 b3 3 4 #4 5 b6 6 b7 7", name, " ")
  for (i = 1; i <= 12; ++i) degree_of[name[i]] = i - 1
}
function index_of(p) { return p < -12 ? 0 : p > 12 ? MOVES - 1 : p + REPEAT }
FNR == 1 || $3 != "st" { next }
$2 == "major" && $1 != "leadsheet" { next }
$2 == "minor" && $1 != "lied" { next }
$4 == "o1" || $4 == "deg" || $4 == "register" {
  m = $2 == "minor"
  key = $4 == "o1" ? index_of($7) : $4 == "deg" ? degree_of[$8] : ($12 + 12) / 3
  for (i = 0; i < MOVES; ++i) n[$4, m, key, i] += $(14 + i)
}
function print_counts(set, what, rows,    m, r, i) {
  print "const uint16_t judge_" what "[2][" rows "][JUDGE_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    print "  {"
    for (r = 0; r < rows; ++r) {
      for (i = 0; i < MOVES; ++i) item[i] = min(65535, n[set, m, r, i] + 0)
      print "  {"; row(item, MOVES, "    "); print "  },"
    }
    print "  },"
  }
  print "};"
}
END {
  print "// Copyright 2026 the Yeoun authors"
  print "// SPDX-License-Identifier: ISC"
  print ""
  print "/* Moves of melodies, counted: after a move, from a degree, from a distance to"
  print "   the median. Major: 466 lead sheets of OpenEWLD (by its own claim public"
  print "   domain), minor: 334 songs of the OpenScore Lieder Corpus (CC0). Written by"
  print "   tests/corpus-tables; do not edit. */"
  print ""
  print "// clang-format off"
  print "#include \"surprise.h\""
  print ""
  print_counts("o1", "after_move", MOVES)
  print_counts("deg", "from_degree", 12)
  print_counts("register", "from_register", 9)
}
