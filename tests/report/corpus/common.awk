# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# What both generators share: costs, packed lists, the notice of a table.

# Cost of a probability in 1/16 bit, as a byte.
function cost(p,    c) {
  if (p <= 0) return 255
  c = int(-16 * log(p) / log(2) + .5)
  return c < 0 ? 0 : c > 255 ? 255 : c
}

function min(a, b) { return a < b ? a : b }
function max(a, b) { return a > b ? a : b }

# The notice at the head of a generated file.
function notice(idea, source) {
  print "// Copyright 2026 the Yeoun authors"
  print "// SPDX-License-Identifier: ISC"
  print ""
  print "/* " idea
  print ""
  print source
  print "   Costs in 1/16 bit: -16 log2 of a probability, at most 255. Written by"
  print "   tests/corpus-tables; do not edit. */"
  print ""
  print "// clang-format off"
}

# One row of numbers, broken at the 78th column. item[0..n-1].
function row(item, n, indent,    i, line, text) {
  line = indent
  for (i = 0; i < n; ++i) {
    text = item[i] ","
    if (length(line) + length(text) > 78) { print line; line = indent }
    line = line text
  }
  print line
}
