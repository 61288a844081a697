# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# From counts of chords to the costs of dsp/compose/harmony/chord_tables.c.
# Files in this order: harmony_chords moves triples closes two_three rhythm.

BEGIN {
  FS = "\t"
  QUALITIES = split("maj min dim aug 7 maj7 m7 m7b5 dim7 sus 5", quality_name, " ")
  for (i = 1; i <= QUALITIES; ++i) quality_of[quality_name[i]] = i - 1
  STATES = 12 * QUALITIES
  PIECES = 8    # a piece counts for at most eight of a kind: loops inflate counts
  MOVE_TRUST = 20    # observations that weigh as much as the back-off
  CLOSE_TRUST = 12
  MODES = split("major minor", mode_name, " ")
  UNSEEN_ROOT = .02; UNSEEN_QUALITY = .01
}

function state(text,    part) {
  split(text, part, ":")
  return part[1] * QUALITIES + quality_of[part[2]]
}
function root(s) { return int(s / QUALITIES) }
function quality(s) { return s % QUALITIES }
function weight(n, pieces) { return min(n, PIECES * pieces) }

FNR == 1 { ++file; next }

# family mode root quality n pieces beats ...
file == 1 {
  if ($3 == "*") { chords[$2] = $5; next }
  s = state($3 ":" $4)
  seen[$2, s]; count[$2, s] = $5; share[$2, s] = weight($5, $6); shares[$2] += share[$2, s]; listed[$2] += $5
  next
}
# family mode from to n pieces ...
file == 2 {
  if ($3 == "*") next
  a = state($3); b = state($4)
  w = weight($5, $6)
  move_n[$2, a, b] = $5; move_w[$2, a, b] = w
  move_w_of[$2, a] += w; move_n_of[$2, a] += $5
  i = (root(b) - root(a) + 12) % 12
  turn[$2, quality(a), i, quality(b)] += w; turns[$2, quality(a)] += w
  next
}
# family mode a b c n pieces
file == 3 {
  if ($3 == "*") next
  a = state($3); b = state($4); c = state($5)
  triple_w[$2, a, b, c] = weight($6, $7)
  triple_w_of[$2, a, b] += weight($6, $7); triple_n_of[$2, a, b] += $6
  next
}
# family mode unit position strength what chords n ...
file == 4 {
  place = $3 == "piece" ? 2 : $3 == "section" ? 1 : 0
  if ($4 == "first") next
  if ($6 == "last1") {
    if ($7 == "*") end_of[$2, place] += $8
    else { end_n[$2, place, state($7)] += $8 }
  }
  if ($6 == "last2" && $7 != "*") {
    split($7, part, " ")
    pair_n[$2, state(part[1]), state(part[2])] += $8
  }
  next
}
# what mode kind chords n songs ... inserted
file == 5 {
  if ($1 == "inserted_one") {
    split($4, part, " ")
    put($2, part[1], $7, part[2], weight($5, $6))
    put($2, part[1], $9, part[2], weight($5, $6))
    put($2, part[1], $8, part[2], weight($5, $6))
  }
  if ($1 == "loop") {
    kinds = split($11, entry, " ")
    for (k = 1; k <= kinds; ++k) {
      split(entry[k], half, "=")
      split(half[1], part, ">")
      put($2, part[1], part[2], part[3], min(half[2], 2 * PIECES))
    }
  }
  next
}
# family metre what key n of value
file == 6 {
  metre_count[$2, $3, $4] = $5; metre_of[$2, $3] = $6
}

function put(m, a, x, b, w,    key) {
  if (x !~ /:/) return
  key = m SUBSEP state(a) SUBSEP state(x) SUBSEP state(b)
  if (w > inserted[key]) inserted[key] = w
}

# Chords alone: what is listed, and the rest by root and by quality apart.
function spread_chords(m,    s, r, q, rest, norm, by_root, by_quality) {
  for (s = 0; s < STATES; ++s) {
    by_root[root(s)] += share[m, s] / shares[m]
    by_quality[quality(s)] += share[m, s] / shares[m]
  }
  rest = max(.04, 1 - listed[m] / chords[m])
  for (s = 0; s < STATES; ++s) {
    if ((m, s) in seen) continue
    guess[s] = (by_root[root(s)] + UNSEEN_ROOT) * (by_quality[quality(s)] + UNSEEN_QUALITY)
    norm += guess[s]
  }
  for (s = 0; s < STATES; ++s)
    p1[m, s] = (m, s) in seen ? (1 - rest) * share[m, s] / shares[m] : rest * guess[s] / norm
}

# Moves: counted; then the same turn on any degree and the chord alone, half each.
function spread_moves(m,    a, b, i, q, trust, norm, back) {
  for (a = 0; a < STATES; ++a) {
    trust = 0
    if (move_w_of[m, a])
      trust = min(1, move_n_of[m, a] / max(count[m, a], move_n_of[m, a])) * move_w_of[m, a] / (move_w_of[m, a] + MOVE_TRUST)
    norm = 0
    for (b = 0; b < STATES; ++b) {
      back[b] = 0
      if (b == a) continue
      i = (root(b) - root(a) + 12) % 12
      q = quality(a)
      back[b] = p1[m, b]
      if (turns[m, q]) back[b] = (back[b] + turn[m, q, i, quality(b)] / turns[m, q]) / 2
      norm += back[b]
    }
    for (b = 0; b < STATES; ++b) {
      p2[m, a, b] = (1 - trust) * back[b] / norm
      if ((m, a, b) in move_w) p2[m, a, b] += trust * move_w[m, a, b] / move_w_of[m, a]
    }
  }
}

function triple_trust(m, a, b,    n) {
  n = max(move_n[m, a, b], triple_n_of[m, a, b])
  return triple_n_of[m, a, b] / n * triple_w_of[m, a, b] / (triple_w_of[m, a, b] + MOVE_TRUST)
}

# Chords that stand at a close of a kind: see yeoun_chord_close_kind().
function is_tonic(s) { return root(s) == 0 && index(" maj min maj7 m7 5 ", " " quality_name[quality(s) + 1] " ") }
function is_dominant(s) { return root(s) == 7 && index(" maj 7 sus 5 aug ", " " quality_name[quality(s) + 1] " ") }
function is_leading(s) { return root(s) == 11 && index(" dim m7b5 dim7 ", " " quality_name[quality(s) + 1] " ") }
function is_plagal(s) { return root(s) == 5 || root(s) == 2 && quality_name[quality(s) + 1] ~ /^(min|m7|m7b5|dim)$/ || root(s) == 10 && quality_name[quality(s) + 1] ~ /^(maj|7|maj7)$/ }
function is_deceptive(s) { return root(s) == 9 && quality_name[quality(s) + 1] ~ /^(min|m7)$/ || root(s) == 8 && quality_name[quality(s) + 1] ~ /^(maj|maj7)$/ }
function is_close(kind, a, b) {
  if (kind == 0) return is_dominant(a) && is_tonic(b)
  if (kind == 1) return (is_dominant(a) || is_leading(a)) && is_tonic(b)
  if (kind == 2) return root(a) != 7 && root(b) == 7 && is_dominant(b) && quality_name[quality(b) + 1] != "aug"
  if (kind == 3) return is_plagal(a) && is_tonic(b)
  if (kind == 4) return is_dominant(a) && is_deceptive(b)
  return a != b
}

function print_closes(    m, kind, a, b, n, z, p, first, i, j) {
  rows = 0
  for (i = 1; i <= MODES; ++i) {
    m = mode_name[i]
    for (kind = 0; kind < 6; ++kind) {
      n = z = 0
      for (a = 0; a < STATES; ++a)
        for (b = 0; b < STATES; ++b)
          if (is_close(kind, a, b)) { z += p1[m, a] * p2[m, a, b]; n += pair_n[m, a, b] }
      rest[rows_kind++] = int(-16 * log(CLOSE_TRUST / (n + CLOSE_TRUST) / z) / log(2) + .5)
      for (a = 0; a < STATES; ++a)
        for (b = 0; b < STATES; ++b)
          if (pair_n[m, a, b] && is_close(kind, a, b)) {
            p = (pair_n[m, a, b] + CLOSE_TRUST * p1[m, a] * p2[m, a, b] / z) / (n + CLOSE_TRUST)
            close_row[rows++] = "{" i - 1 "," kind "," a "," b "," cost(p) "}"
          }
    }
  }
  print "const struct yeoun_close_row yeoun_close_rows[] = {"; row(close_row, rows, "  "); print "};"
  print "const int yeoun_close_row_count = " rows ";"
  print "const int16_t yeoun_close_rest[2][6] = {"
  for (i = 0; i < MODES; ++i) {
    printf "  {"
    for (j = 0; j < 6; ++j) printf "%d,", rest[6 * i + j]
    print "},"
  }
  print "};"
}

# What the last chord is: a phrase, a section, a piece.
function print_ends(    i, m, place, s, n, total, known) {
  print "const uint8_t yeoun_end_cost[2][3][YEOUN_STATES] = {"
  for (i = 1; i <= MODES; ++i) {
    m = mode_name[i]
    print "  {"
    for (place = 0; place < 3; ++place) {
      total = end_of[m, place]; known = 0
      for (s = 0; s < STATES; ++s) known += end_n[m, place, s]
      for (s = 0; s < STATES; ++s)
        item[s] = cost((end_n[m, place, s] + (total - known + CLOSE_TRUST) * p1[m, s]) / (total + CLOSE_TRUST))
      print "    {"; row(item, STATES, "      "); print "    },"
    }
    print "  },"
  }
  print "};"
}

function print_triples(    i, m, a, b, c, l, contexts, rows, n, first) {
  print "const struct yeoun_triple_context yeoun_triple_contexts[] = {"
  for (i = 1; i <= MODES; ++i) {
    m = mode_name[i]
    for (a = 0; a < STATES; ++a) {
      first[i, a] = contexts + 0
      for (b = 0; b < STATES; ++b) {
        if (!triple_w_of[m, a, b]) continue
        l = triple_trust(m, a, b)
        n = 0
        for (c = 0; c < STATES; ++c)
          if ((m, a, b, c) in triple_w) {
            triple_row[rows++] = "{" c "," cost(l * triple_w[m, a, b, c] / triple_w_of[m, a, b] + (1 - l) * p2[m, b, c]) "}"
            ++n
          }
        context_row[contexts++] = "{" b "," cost(1 - l) "," n "," rows - n "}"
      }
    }
    first[i, STATES] = contexts + 0
  }
  row(context_row, contexts, "  ")
  print "};"
  print "const uint16_t yeoun_triple_first[2][YEOUN_STATES + 1] = {"
  for (i = 1; i <= MODES; ++i) {
    for (a = 0; a <= STATES; ++a) item[a] = first[i, a]
    print "  {"; row(item, STATES + 1, "    "); print "  },"
  }
  print "};"
  print "const struct yeoun_triple yeoun_triples[] = {"; row(triple_row, rows, "  "); print "};"
}

# A chord between two: counted in loops, backed off to going there and on.
function print_inserted(    key, part, m, i, a, x, b, w, of, rows, p, q) {
  for (key in inserted) { split(key, part, SUBSEP); of[part[1], part[2], part[4]] += inserted[key] }
  for (i = 1; i <= MODES; ++i) {
    m = mode_name[i]
    for (a = 0; a < STATES; ++a) for (b = 0; b < STATES; ++b) {
      if (!((m, a, b) in of)) continue
      for (x = 0; x < STATES; ++x) {
        if (!((m, a, x, b) in inserted)) continue
        w = of[m, a, b]
        q = min(1, p2[m, a, x] * p2[m, x, b] / p1[m, b])
        p = (inserted[m, a, x, b] + CLOSE_TRUST * q) / (w + CLOSE_TRUST)
        insert_row[rows++] = "{" i - 1 "," a "," x "," b "," cost(p) "}"
      }
    }
  }
  print "const struct yeoun_insert_row yeoun_insert_rows[] = {"; row(insert_row, rows, "  "); print "};"
  print "const int yeoun_insert_row_count = " rows ";"
}

# Whether the chord changes at a beat; how many new ones a bar has.
function print_rhythm(    metres, metre, i, k, p, bars) {
  metres = split("4/4 3/4 2/4 6/8 12/8", metre, " ")
  print "const uint8_t yeoun_change_cost[5][4][2] = {"
  for (i = 1; i <= metres; ++i) {
    bars = metre_of[metre[i], "new_chords_in_bar"]
    printf "  {"
    for (k = 1; k <= 4; ++k) {
      p = (metre_count[metre[i], "change_at_beat", k] + .5) / (bars + 1)
      printf "{%d,%d},", cost(1 - p), cost(p)
    }
    print "}, /* " metre[i] " */"
  }
  print "};"
  print "const uint8_t yeoun_new_chords_cost[5][5] = {"
  for (i = 1; i <= metres; ++i) {
    bars = metre_of[metre[i], "new_chords_in_bar"]
    printf "  {"
    for (k = 0; k < 5; ++k)
      printf "%d,", cost((metre_count[metre[i], "new_chords_in_bar", k] + .5) / (bars + 2.5))
    print "}, /* " metre[i] " */"
  }
  print "};"
}

END {
  for (i = 1; i <= MODES; ++i) { spread_chords(mode_name[i]); spread_moves(mode_name[i]) }
  notice("Costs of chords and their moves, counted.", \
    "   Source: McGill Billboard 2.0 (Burgoyne, Wild and Fujinaga 2011; CC0), 737\n" \
    "   songs; roots above the tonic, major and minor apart. A song counts for at\n" \
    "   most " PIECES " of a kind; moves back off to the same turn on any degree and to the\n" \
    "   chord alone, triples to moves.")
  print "#include \"compose/harmony/chord_tables.h\""
  print ""
  print "const uint8_t yeoun_chord_costs[2][YEOUN_STATES] = {"
  for (i = 1; i <= MODES; ++i) {
    for (s = 0; s < STATES; ++s) item[s] = cost(p1[mode_name[i], s])
    print "  {"; row(item, STATES, "    "); print "  },"
  }
  print "};"
  print "const uint8_t yeoun_move_costs[2][YEOUN_STATES][YEOUN_STATES] = {"
  for (i = 1; i <= MODES; ++i) {
    print "  {"
    for (a = 0; a < STATES; ++a) {
      for (b = 0; b < STATES; ++b) item[b] = a == b ? 0 : cost(p2[mode_name[i], a, b])
      print "    { /* " root(a) ":" quality_name[quality(a) + 1] " */"; row(item, STATES, "      "); print "    },"
    }
    print "  },"
  }
  print "};"
  print_triples()
  print_closes()
  print_ends()
  print_inserted()
  print_rhythm()
}
