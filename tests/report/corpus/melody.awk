# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

# From counts of melodies to the costs of dsp/compose/melody/expectation_tables.c.
# Files in this order: melody_moves degrees nonchord phrases.

BEGIN {
  FS = "\t"
  MOVES = 27    # below an octave down, -12 to +12, above an octave up
  REPEAT = 13
  split("1 b2 2 b3 3 4 #4 5 b6 6 b7 7", name, " ")
  for (i = 1; i <= 12; ++i) degree_of[name[i]] = i - 1
  TRUST = 30    # observations that weigh as much as the back-off
  # How far each view is believed beside the moves before: they overlap.
  DEGREE = .75; CHORD_TONE = .4; REGISTER = .6; METRE = .4; PLACE = .8; MEMBER = .75
}

function index_of(p) { return p < -12 ? 0 : p > 12 ? MOVES - 1 : p + REPEAT }
function log2(x) { return log(x) / log(2) }
function lift(p, q, share,    c) {
  c = -16 * share * log2(p / q)
  return int(max(-127, min(127, c)) + (c < 0 ? -.5 : .5))
}

FNR == 1 { ++file; next }

# family mode unit set p3 p2 p1 degree weight ct weight_to register n lt -12 ...
file == 1 {
  if ($3 != "st") next
  m = $2 == "minor"
  set = $4
  key = ""
  if (set == "o1") key = index_of($7)
  else if (set == "o2") key = index_of($7) " " index_of($6)
  else if (set == "o3") key = index_of($7) " " index_of($6) " " index_of($5)
  else if (set == "deg" || set == "first" || set == "last" || set == "across") key = degree_of[$8]
  else if (set == "deg_weight") key = degree_of[$8] " " $9
  else if (set == "deg_weight_ct") key = degree_of[$8] " " $9 " " $10
  else if (set == "o1_ct") key = index_of($7) " " $10
  else if (set == "weight") key = $9 " " $11
  else if (set == "weight_ct") key = $9 " " $10
  else if (set == "register") key = $12
  else if (set != "o0") next
  contexts[m, set, key]
  for (i = 0; i < MOVES; ++i) {
    n[m, set, key, i] += $(14 + i)
    of[m, set, key] += $(14 + i)
    if (set == "weight") { n[m, "leave", $9, i] += $(14 + i); of[m, "leave", $9] += $(14 + i) }
    if (set == "across") { n[m, "between", "", i] += $(14 + i); of[m, "between", ""] += $(14 + i) }
  }
  next
}
# family mode set weight length root n d1 ... d7
file == 2 {
  m = $2 == "minor"
  if ($3 == "all") for (i = 0; i < 12; ++i) { note[m, i] += $(8 + i); notes[m] += $(8 + i) }
  if ($3 == "root") for (i = 0; i < 12; ++i) { under[m, degree_of[$6], i] += $(8 + i); unders[m, degree_of[$6]] += $(8 + i) }
  next
}
# family mode type n share share w0 w1 w2 w3 ...
file == 3 {
  m = $2 == "minor"
  if ($3 == "chord_tone" || $3 == "not_chord_tone")
    for (i = 0; i < 4; ++i) tone[m, $3 == "chord_tone", i] += $(7 + i)
  next
}
# family mode where feature of values
file == 4 {
  m = $2 == "minor"
  if ($4 ~ /^(first|last)_(degree|member)$/) {
    pairs = split($6, entry, ";")
    for (i = 1; i <= pairs; ++i) {
      split(entry[i], half, "=")
      if ($4 ~ /degree/ && half[1] in degree_of) half[1] = degree_of[half[1]]
      phrase[m, $3, $4, half[1]] += half[2]; phrases[m, $3, $4] += half[2]
    }
  }
}

# Smoothed share of move i in a context: to[i] holds the back-off before and the
# share after.
function smooth(m, set, key, to,    i) {
  for (i = 0; i < MOVES; ++i)
    to[i] = (n[m, set, key, i] + TRUST * to[i]) / (of[m, set, key] + TRUST)
}
function copy(from, to,    i) { for (i = 0; i < MOVES; ++i) to[i] = from[i] }
function print_costs(p,    i) { for (i = 0; i < MOVES; ++i) item[i] = cost(p[i]); print "  {"; row(item, MOVES, "    "); print "  }," }
function print_lifts(p, q, share,    i) { for (i = 0; i < MOVES; ++i) item[i] = lift(p[i], q[i], share); print "  {"; row(item, MOVES, "    "); print "  }," }

function base(m, to,    i) {
  for (i = 0; i < MOVES; ++i) to[i] = 1 / MOVES
  smooth(m, "o0", "", to)
}

# After moves: order 0, then all of order 1, then what is listed of 2 and 3.
function print_history(    m, a, b, c, r, key, p0, p1, p2, p3, thirds) {
  r = 0
  print "const uint8_t yeoun_after_cost[][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    print_costs(p0); zero[m] = r++
    one[m] = r
    for (a = 0; a < MOVES; ++a) { copy(p0, p1); smooth(m, "o1", a, p1); print_costs(p1); ++r }
    for (a = 0; a < MOVES; ++a) for (b = 0; b < MOVES; ++b) {
      if (!((m, "o2", a " " b) in contexts)) continue
      copy(p0, p1); smooth(m, "o1", a, p1); copy(p1, p2); smooth(m, "o2", a " " b, p2)
      print_costs(p2); two[m, a, b] = r++
    }
    for (a = 0; a < MOVES; ++a) for (b = 0; b < MOVES; ++b) for (c = 0; c < MOVES; ++c) {
      if (!((m, "o3", a " " b " " c) in contexts)) continue
      copy(p0, p1); smooth(m, "o1", a, p1); smooth(m, "o2", a " " b, p1)
      smooth(m, "o3", a " " b " " c, p1); print_costs(p1)
      three[thirds++] = "{" m "," a "," b "," c "," r++ "}"
    }
  }
  print "};"
  print "const uint16_t yeoun_after_none[2] = {" zero[0] ", " zero[1] "};"
  print "const uint16_t yeoun_after_one[2] = {" one[0] ", " one[1] "};"
  print "const uint16_t yeoun_after_two[2][YEOUN_MOVES][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    print "  {"
    for (a = 0; a < MOVES; ++a) {
      for (b = 0; b < MOVES; ++b) item[b] = two[m, a, b] + 0
      print "  {"; row(item, MOVES, "    "); print "  },"
    }
    print "  },"
  }
  print "};"
  print "const struct yeoun_after_three yeoun_after_threes[] = {"; row(three, thirds, "  "); print "};"
  print "const int yeoun_after_three_count = " thirds ";"
}

# From a degree, on a weight, being a chord tone or not.
function print_degrees(    m, d, w, t, i, p0, pd, pw, pt, pl, norm) {
  print "const int8_t yeoun_degree_lift[2][12][4][2][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    print "  {"
    for (d = 0; d < 12; ++d) {
      print "  { /* " name[d + 1] " */"
      for (w = 0; w < 4; ++w) {
        print "  {"
        for (t = 0; t < 2; ++t) {
          copy(p0, pd); smooth(m, "deg", d, pd)
          copy(pd, pw); smooth(m, "deg_weight", d " " w, pw)
          copy(p0, pl); smooth(m, "leave", w, pl)
          copy(pl, pt); smooth(m, "weight_ct", w " " t, pt)
          norm = 0
          for (i = 0; i < MOVES; ++i) { pw[i] *= pt[i] / pl[i]; norm += pw[i] }
          for (i = 0; i < MOVES; ++i) pw[i] /= norm
          smooth(m, "deg_weight_ct", d " " w " " t, pw)
          print_lifts(pw, p0, DEGREE)
        }
        print "  },"
      }
      print "  },"
    }
    print "  },"
  }
  print "};"
}

# What a chord tone and a foreign tone do after a move, against both.
function print_left(    m, a, t, p0, p1, pt) {
  print "const int8_t yeoun_left_lift[2][YEOUN_MOVES][2][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    print "  {"
    for (a = 0; a < MOVES; ++a) {
      print "  {"
      for (t = 0; t < 2; ++t) {
        copy(p0, p1); smooth(m, "o1", a, p1)
        copy(p1, pt); smooth(m, "o1_ct", a " " t, pt)
        print_lifts(pt, p1, CHORD_TONE)
      }
      print "  },"
    }
    print "  },"
  }
  print "};"
}

function print_register(    m, g, p0, p) {
  print "const int8_t yeoun_register_lift[2][9][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    print "  {"
    for (g = -12; g <= 12; g += 3) { copy(p0, p); smooth(m, "register", g, p); print_lifts(p, p0, REGISTER) }
    print "  },"
  }
  print "};"
  # How often a note lies so far from the median.
  print "const uint8_t yeoun_register_cost[2][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    for (i = 0; i < MOVES; ++i) {
      g = i < REPEAT ? -3 * int((REPEAT - i + 1) / 3) : 3 * int((i - REPEAT + 1) / 3)
      g = max(-12, min(12, g))
      p[i] = (of[m, "register", g] + 30) / 3
    }
    norm = 0
    for (i = 0; i < MOVES; ++i) norm += p[i]
    for (i = 0; i < MOVES; ++i) p[i] /= norm
    print_costs(p)
  }
  print "};"
}

function print_metre(    m, w, v, p0, p) {
  print "const int8_t yeoun_metre_lift[2][4][4][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    print "  {"
    for (w = 0; w < 4; ++w) {
      print "  {"
      for (v = 0; v < 4; ++v) { copy(p0, p); smooth(m, "weight", w " " v, p); print_lifts(p, p0, METRE) }
      print "  },"
    }
    print "  },"
  }
  print "};"
}

# First and last move of a phrase, by the degree it leaves; between phrases.
function print_places(    m, d, p0, pd, p, k) {
  for (k = 1; k <= 2; ++k) {
    print "const int8_t yeoun_" (k == 1 ? "first" : "last") "_lift[2][12][YEOUN_MOVES] = {"
    for (m = 0; m < 2; ++m) {
      base(m, p0)
      print "  {"
      for (d = 0; d < 12; ++d) {
        copy(p0, pd); smooth(m, "deg", d, pd)
        copy(pd, p); smooth(m, k == 1 ? "first" : "last", d, p)
        print_lifts(p, pd, PLACE)
      }
      print "  },"
    }
    print "};"
  }
  print "const uint8_t yeoun_across_cost[2][12][YEOUN_MOVES] = {"
  for (m = 0; m < 2; ++m) {
    base(m, p0)
    smooth(m, "between", "", p0)
    print "  {"
    for (d = 0; d < 12; ++d) { copy(p0, p); smooth(m, "across", d, p); print_costs(p) }
    print "  },"
  }
  print "};"
}

# Degrees that begin and end phrases, against all notes: first of all, first,
# last inside, last of all.
function print_ends(    m, e, d, where, what, share, total, listed, left) {
  split("first inner inner last", where, " "); split("first first last last", what, " ")
  print "const int8_t yeoun_end_degree_lift[2][4][12] = {"
  for (m = 0; m < 2; ++m) {
    print "  {"
    for (e = 1; e <= 4; ++e) {
      total = phrases[m, where[e], what[e] "_degree"]
      # What was too rare to list is spread as all notes are.
      listed = left = 0
      for (d = 0; d < 12; ++d) {
        listed += phrase[m, where[e], what[e] "_degree", d]
        if (!phrase[m, where[e], what[e] "_degree", d]) left += note[m, d] / notes[m]
      }
      for (d = 0; d < 12; ++d) {
        share = note[m, d] / notes[m]
        count = phrase[m, where[e], what[e] "_degree", d]
        if (!count) count = (total - listed) * share / left
        item[d] = lift((count + TRUST * share) / (total + TRUST), share, PLACE)
      }
      print "  {"; row(item, 12, "    "); print "  },"
    }
    print "  },"
  }
  print "};"
}

# Share of notes that would be chord tones by chance, each note falling under
# any chord: root, third, fifth apart.
function chance(m, member,    r, d, s, total) {
  for (r = 0; r < 12; ++r) total += unders[m, r]
  for (r = 0; r < 12; ++r) {
    # Triads of the scale: the third that the notes under it prefer.
    d = member == 1 ? r : member == 3 ? (under[m, r, (r + 3) % 12] > under[m, r, (r + 4) % 12] ? r + 3 : r + 4) % 12 : (under[m, r, (r + 6) % 12] > under[m, r, (r + 7) % 12] ? r + 6 : r + 7) % 12
    s += unders[m, r] / total * note[m, d] / notes[m]
  }
  return s
}

# Chord tones and foreign tones by the weight arrived at; members of the chord
# where a phrase ends inside, and at the end of all.
function print_members(    m, w, t, e, k, q, share, where) {
  split("inner last", where, " ")
  print "const int8_t yeoun_tone_lift[2][4][2] = {"
  for (m = 0; m < 2; ++m) {
    q = chance(m, 1) + chance(m, 3) + chance(m, 5)
    for (w = 0; w < 4; ++w)
      for (t = 0; t < 2; ++t) {
        share = tone[m, t, w] / (tone[m, 0, w] + tone[m, 1, w])
        item[2 * w + t] = lift(share, t ? q : 1 - q, MEMBER)
      }
    printf "  {"
    for (w = 0; w < 4; ++w) printf "{%d,%d},", item[2 * w], item[2 * w + 1]
    print "},"
  }
  print "};"
  print "const int8_t yeoun_member_lift[2][2][4] = {"
  for (m = 0; m < 2; ++m) {
    print "  {"
    for (e = 1; e <= 2; ++e) {
      q = phrases[m, where[e], "last_member"]
      for (k = 0; k < 3; ++k)
        item[k] = lift((phrase[m, where[e], "last_member", 2 * k + 1] + 3) / (q + 12), chance(m, 2 * k + 1), MEMBER)
      share = phrase[m, where[e], "last_member", 1] + phrase[m, where[e], "last_member", 3] + phrase[m, where[e], "last_member", 5]
      item[3] = lift((q - share + 3) / (q + 12), 1 - chance(m, 1) - chance(m, 3) - chance(m, 5), MEMBER)
      print "  {"; row(item, 4, "    "); print "  },"
    }
    print "  },"
  }
  print "};"
}

END {
  notice("How expected the next note of a melody is, counted.", \
    "   Source: 1,307 songs of the OpenScore Lieder Corpus (Gotham et al. 2018 on;\n" \
    "   CC0) and 466 lead sheets of OpenEWLD (Simonetta; by its own claim public\n" \
    "   domain), counts added up, major and minor apart. Longer contexts back off\n" \
    "   to shorter ones at " TRUST " observations. A lift is the cost of a move in a\n" \
    "   context less its cost without, times the trust in that view (degree " DEGREE ",\n" \
    "   chord tone " CHORD_TONE ", register " REGISTER ", metre " METRE ", place " PLACE ", member " MEMBER ").")
  print "#include \"compose/melody/expectation_tables.h\""
  print ""
  print_history()
  print_degrees()
  print_left()
  print_register()
  print_metre()
  print_places()
  print_ends()
  print_members()
}
