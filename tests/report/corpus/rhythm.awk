# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# From counts of bars to dsp/compose/melody/rhythm_cell_tables.c. One file:
# melody_rhythms.

BEGIN {
  FS = "\t"
  METRES = split("4/4 3/4 2/4 6/8", metre, " ")
  KEPT = 40    # of a metre, the commonest
  LENGTHS = 8
}

FNR == 1 { next }
$3 == "bars" { of[$2] += $6; of_place[$2, 1] += $7; of_place[$2, 2] += $8; of_place[$2, 3] += $9 }
$3 == "cell" {
  if (!(($2, $4) in count)) list[$2, ++lists[$2]] = $4
  count[$2, $4] += $6
  place[$2, $4, 1] += $7; place[$2, $4, 2] += $8; place[$2, $4, 3] += $9
}

# Twelfths of a quarter; 0 if it is none.
function twelfths(text,    x) {
  if (text == ".33") return 4
  if (text == ".67") return 8
  x = text * 12
  return x == int(x) ? x : 0
}

# A cell as an initialiser, "" if it cannot be written so.
function cell(m, key,    part, parts, i, text, tied_in, tied_out, x, k, share) {
  parts = split(key, part, " ")
  if (parts > LENGTHS) return ""
  for (i = 1; i <= parts; ++i) {
    if (part[i] ~ /^~/) { if (i > 1) return ""; tied_in = 1; sub(/^~/, "", part[i]) }
    if (part[i] ~ /~$/) { if (i < parts) return ""; tied_out = 1; sub(/~$/, "", part[i]) }
    rest = part[i] ~ /^r/; sub(/^r/, "", part[i])
    x = twelfths(part[i])
    if (!x) return ""
    text = text (i > 1 ? "," : "") (rest ? -x : x)
  }
  text = "{" parts "," tied_in + 0 "," tied_out + 0 ",{" cost(count[m, key] / of[m])
  for (k = 1; k <= 3; ++k) text = text "," cost((place[m, key, k] + .3) / (of_place[m, k] + .3))
  return text "},{" 
}

function lengths(key,    part, parts, i, text, rest) {
  parts = split(key, part, " ")
  for (i = 1; i <= parts; ++i) {
    gsub(/~/, "", part[i])
    rest = sub(/^r/, "", part[i])
    text = text (i > 1 ? "," : "") (rest ? -twelfths(part[i]) : twelfths(part[i]))
  }
  return text
}

END {
  notice("The commonest rhythms of a bar of melody, counted.", \
    "   Source: OpenScore Lieder Corpus (CC0) and OpenEWLD lead sheets (by its own\n" \
    "   claim public domain), counts added up: 75,539 bars of 4/4 3/4 2/4 6/8. Costs\n" \
    "   of a cell among all bars, then among first, middle and last bars of phrases.")
  print "#include \"compose/melody/rhythm_cells.h\""
  print ""
  for (k = 1; k <= METRES; ++k) {
    m = metre[k]
    name = m; sub("/", "_", name)
    for (i = 1; i <= lists[m]; ++i)
      for (j = i + 1; j <= lists[m]; ++j)
        if (count[m, list[m, j]] > count[m, list[m, i]]) { t = list[m, i]; list[m, i] = list[m, j]; list[m, j] = t }
    print "static const struct yeoun_rhythm_cell cells_" name "[] = {"
    kept[k] = 0; covered = 0
    for (i = 1; i <= lists[m] && kept[k] < KEPT; ++i) {
      text = cell(m, list[m, i])
      if (text == "") continue
      print "  " text lengths(list[m, i]) "}}, /* " list[m, i] " */"
      ++kept[k]; covered += count[m, list[m, i]]
    }
    print "};"
    names[k] = name; share[k] = int(100 * covered / of[m] + .5)
  }
  print "const struct yeoun_rhythm_cell *const yeoun_rhythm_cell_tables[4] = {"
  for (k = 1; k <= METRES; ++k) print "  cells_" names[k] ", /* " share[k] " % of its bars */"
  print "};"
  printf "const int yeoun_rhythm_cell_counts[4] = {"
  for (k = 1; k <= METRES; ++k) printf "%d,", kept[k]
  print "};"
}
