# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# From counts of phrases to dsp/compose/melody/phrase_tables.c. Files in this
# order: melody_phrases melody_repeats.

BEGIN {
  FS = "\t"
  VALUES = 25
  KINDS = split("length start upbeat weight_inside weight_final rest range peak_tenth peak_times contour notes", kind, " ")
  split("16 3 8 4 4 9 25 10 4 9 25", values, " ")
  split("level ascending descending convex concave level_asc level_desc asc_level desc_level", text, " ")
  for (i = 1; i <= 9; ++i) contour[text[i]] = i - 1
  RELATIONS = split("new exact changed_ending changed_beginning varied_pitches transposed transposed_changed_ending rhythm_only rhythm_nearly", text, " ")
  for (i = 1; i <= RELATIONS; ++i) relation[text[i]] = i - 1
  split("1 2 4 8", distance, " ")
}

FNR == 1 { ++file; next }

# "a=n;b=n;..." into value[1..n], times[1..n], without what was too rare.
function unpack(packed,    entry, pairs, i, half, m) {
  pairs = split(packed, entry, ";")
  m = 0
  for (i = 1; i <= pairs; ++i) {
    split(entry[i], half, "=")
    if (half[1] == "(rare)") continue
    value[++m] = half[1]; times[m] = half[2]
  }
  return m
}

function add(k, v, n) { if (v >= 0 && v < values[k]) { count[k, v] += n } total[k] += n }

file == 1 {
  m = unpack($6)
  for (i = 1; i <= m; ++i) {
    v = value[i]; n = times[i]
    if ($3 == "all" && $4 == "length_bars") add(1, int(2 * v + .5) - 1, n)
    if ($3 == "all" && $4 == "upbeat") add(2, v == "no" ? 0 : v == "yes" ? 1 : 2, n)
    if ($3 == "all" && $4 == "upbeat_beats") add(3, int(4 * v + .5) - 1, n)
    if ($3 == "inner" && $4 == "last_weight") add(4, v, n)
    if ($3 == "last" && $4 == "last_weight") add(5, v, n)
    if ($3 == "all" && $4 == "rest_after_beats") add(6, int(2 * v + .5), n)
    if ($3 == "all" && $4 == "range") add(7, v, n)
    if ($3 == "all" && $4 == "peak_tenth") add(8, v, n)
    if ($3 == "all" && $4 == "peak_times") add(9, v - 1, n)
    if ($3 == "all" && $4 == "contour") add(10, contour[v], n)
    if ($3 == "all" && $4 == "notes") add(11, v, n)
  }
  next
}
file == 2 {
  m = unpack($6)
  for (i = 1; i <= m; ++i) {
    if (!(value[i] in relation)) continue
    r = relation[value[i]]
    for (k = 1; k <= 4; ++k) {
      if ($3 == "bar any" && $4 == "relation_to_bar_" distance[k] "_before") { echo[k, r] += times[i]; echoes[k] += times[i] }
      if ($3 == "quarter " k && $4 == "best_relation_to_earlier") { quarter[k, r] += times[i]; quarters[k] += times[i] }
    }
  }
}

END {
  notice("What phrases of melodies are like, counted.", \
    "   Source: OpenScore Lieder Corpus (CC0) and OpenEWLD lead sheets (by its own\n" \
    "   claim public domain), counts added up: 23,383 phrases.")
  print "#include \"compose/melody/phrase_tables.h\""
  print ""
  print "const uint8_t yeoun_phrase_costs[][YEOUN_PHRASE_VALUES] = {"
  for (k = 1; k <= KINDS; ++k) {
    for (v = 0; v < VALUES; ++v)
      item[v] = v < values[k] ? cost((count[k, v] + 1) / (total[k] + values[k])) : 255
    print "  { /* " kind[k] " */"; row(item, VALUES, "    "); print "  },"
  }
  print "};"
  print "const uint8_t yeoun_echo_costs[4][YEOUN_RELATIONS] = {"
  for (k = 1; k <= 4; ++k) {
    for (r = 0; r < RELATIONS; ++r) item[r] = cost((echo[k, r] + 1) / (echoes[k] + RELATIONS))
    print "  { /* " distance[k] " bars before */"; row(item, RELATIONS, "    "); print "  },"
  }
  print "};"
  print "const uint8_t yeoun_return_costs[4][YEOUN_RELATIONS] = {"
  for (k = 1; k <= 4; ++k) {
    for (r = 0; r < RELATIONS; ++r) item[r] = cost((quarter[k, r] + 1) / (quarters[k] + RELATIONS))
    print "  { /* quarter " k " */"; row(item, RELATIONS, "    "); print "  },"
  }
  print "};"
}
