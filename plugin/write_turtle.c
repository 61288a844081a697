// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* At build time: the description of a plugin that hosts read.

     write_turtle sketch|stems|notes < TEMPLATE > DESCRIPTION

   In the template a line "@PORTS@" stands for the ports, and "@STEMS@" for the
   groups of the stems. */

#include <stdio.h>
#include <string.h>

#include "controls.h"

static const char events[] =
  "  [\n"
  "    a lv2:InputPort , atom:AtomPort ;\n"
  "    lv2:index 0 ;\n"
  "    lv2:symbol \"events_in\" ;\n"
  "    lv2:name \"Events in\" ;\n"
  "    rdfs:comment \"Keys that become the theme, the host's time, and "
  "questions.\" ;\n"
  "    atom:bufferType atom:Sequence ;\n"
  "    atom:supports midi:MidiEvent , time:Position , patch:Message ;\n"
  "    lv2:designation lv2:control ;\n"
  "    lv2:portProperty lv2:connectionOptional\n"
  "  ] ,\n"
  "  [\n"
  "    a lv2:OutputPort , atom:AtomPort ;\n"
  "    lv2:index 1 ;\n"
  "    lv2:symbol \"events_out\" ;\n"
  "    lv2:name \"Events out\" ;\n"
  "    rdfs:comment \"All notes that are played, a MIDI channel a lane (";

static const char events_end[] =
  "), and a description of the variation.\" ;\n"
  "    atom:bufferType atom:Sequence ;\n"
  "    atom:supports midi:MidiEvent , patch:Message ;\n"
  "    lv2:designation lv2:control ;\n"
  "    rsz:minimumSize 16384 ;\n"
  "    lv2:portProperty lv2:connectionOptional\n"
  "  ]";

static void
write_events(void)
{
  fputs(events, stdout);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    printf("%s%s %d",
           lane ? ", " : "",
           yeoun_lane_name(lane),
           yeoun_lane_channel(lane) + 1);
  }
  fputs(events_end, stdout);
}

/** The name of a pair of audio ports, in small letters. */
static const char *
stem_name(unsigned stem)
{
  return stem < YEOUN_LANES ? yeoun_lane_name(stem) : "ambience";
}

static char
capital(char letter)
{
  return (char)(letter - 'a' + 'A');
}

/** Write one side of the mix, or of a stem. */
static void
write_audio(enum yeoun_kind kind, unsigned index)
{
  const char *const side = index % 2 ? "right" : "left";
  const char *const stem = stem_name(index / 2);
  printf(" ,\n  [\n    a lv2:OutputPort , lv2:AudioPort ;\n"
         "    lv2:index %u ;\n",
         YEOUN_INDEX_AUDIO + index);
  if (kind == YEOUN_SKETCH) {
    printf("    lv2:symbol \"%s\" ;\n"
           "    lv2:name \"%c%s\" ;\n"
           "    rdfs:comment \"The mix, %s.\" ;\n"
           "    pg:group <urn:yeoun:group:mix> ;\n",
           side,
           capital(side[0]),
           side + 1,
           side);
  } else {
    printf("    lv2:symbol \"%s_%s\" ;\n"
           "    lv2:name \"%c%s %s\" ;\n"
           "    rdfs:comment \"The %s %s, %s.\" ;\n"
           "    pg:group <urn:yeoun:group:%s_stem> ;\n",
           stem,
           side,
           capital(stem[0]),
           stem + 1,
           side,
           stem,
           index / 2 < YEOUN_LANES ? "lane" : "of all lanes",
           side,
           stem);
  }
  printf("    lv2:designation pg:%s\n  ]", side);
}

/** Write the labels that values of a port have. */
static void
write_labels(enum yeoun_port port)
{
  const unsigned high = (unsigned)yeoun_control_facts(port)->high;
  const char *before = " ;\n    lv2:scalePoint";
  for (unsigned value = 0; value <= high; ++value) {
    char label[64];
    if (yeoun_control_label(port, value, label, sizeof(label))) {
      printf(
        "%s\n      [ rdfs:label \"%s\" ; rdf:value %u ]", before, label, value);
      before = " ,";
    }
  }
}

/** Write what only LV2 knows of a port. */
static void
write_roles(enum yeoun_port port)
{
  static const struct {
    enum yeoun_port port;
    const char *turtle;
  } roles[] = {
    {YEOUN_PORT_ENABLED,
     "lv2:designation lv2:enabled ;\n"
     "    lv2:portProperty lv2:connectionOptional , pprops:notOnGUI"},
    {YEOUN_PORT_FREEWHEEL,
     "lv2:designation lv2:freeWheeling ;\n"
     "    lv2:portProperty lv2:connectionOptional , pprops:notOnGUI"},
    {YEOUN_PORT_SOUNDING_VARIATION, "lv2:portProperty lv2:integer"},
    {YEOUN_PORT_LATENCY,
     "lv2:designation lv2:latency ;\n"
     "    lv2:portProperty lv2:integer , lv2:reportsLatency , "
     "pprops:notOnGUI"},
  };
  for (unsigned i = 0; i < sizeof(roles) / sizeof(*roles); ++i) {
    if (roles[i].port == port) {
      printf(" ;\n    %s", roles[i].turtle);
    }
  }
}

static void
write_control(enum yeoun_kind kind, enum yeoun_port port)
{
  static const char *const properties[] = {
    [YEOUN_CONTROL_REAL] = "",
    [YEOUN_CONTROL_WHOLE] = " ;\n    lv2:portProperty lv2:integer",
    [YEOUN_CONTROL_CHOICE] =
      " ;\n    lv2:portProperty lv2:integer , lv2:enumeration",
    [YEOUN_CONTROL_SWITCH] = " ;\n    lv2:portProperty lv2:toggled",
    [YEOUN_CONTROL_OUTPUT] = "",
  };
  const struct yeoun_control_facts *const facts = yeoun_control_facts(port);
  printf(" ,\n  [\n    a lv2:%s , lv2:ControlPort ;\n"
         "    lv2:index %u ;\n"
         "    lv2:symbol \"%s\" ;\n"
         "    lv2:name \"%s\" ;\n"
         "    rdfs:comment \"%s\" ;\n"
         "    lv2:default %g ; lv2:minimum %g ; lv2:maximum %g%s",
         facts->kind == YEOUN_CONTROL_OUTPUT ? "OutputPort" : "InputPort",
         yeoun_port_index(kind, port),
         facts->symbol,
         facts->name,
         facts->comment,
         (double)yeoun_control_normal(kind, port),
         (double)facts->low,
         (double)facts->high,
         properties[facts->kind]);
  write_roles(port);
  if (*facts->unit) {
    printf(" ;\n    units:unit units:%s", facts->unit);
  }
  if (*facts->group) {
    printf(" ;\n    pg:group <urn:yeoun:group:%s>", facts->group);
  }
  write_labels(port);
  fputs("\n  ]", stdout);
}

static void
write_ports(enum yeoun_kind kind)
{
  write_events();
  for (unsigned i = 0; i < yeoun_audio_ports(kind); ++i) {
    write_audio(kind, i);
  }
  for (unsigned port = 0; port < YEOUN_CONTROLS; ++port) {
    write_control(kind, (enum yeoun_port)port);
  }
  putchar('\n');
}

static void
write_stems(void)
{
  for (unsigned stem = 0; stem <= YEOUN_LANES; ++stem) {
    const char *const name = stem_name(stem);
    printf("\n<urn:yeoun:group:%s_stem>\n"
           "  a pg:OutputGroup , pg:StereoGroup ;\n"
           "  lv2:symbol \"%s_stem\" ;\n"
           "  lv2:name \"%c%s stem\" .\n",
           name,
           name,
           capital(name[0]),
           name + 1);
  }
}

int
main(int count, char **arguments)
{
  static const char *const kinds[YEOUN_KINDS] = {"sketch", "stems", "notes"};
  unsigned kind = 0;
  while (kind < YEOUN_KINDS && count == 2 &&
         strcmp(arguments[1], kinds[kind]) != 0) {
    ++kind;
  }
  if (count != 2 || kind == YEOUN_KINDS) {
    fputs("write_turtle sketch|stems|notes < TEMPLATE > DESCRIPTION\n", stderr);
    return 2;
  }
  char line[1024];
  while (fgets(line, sizeof(line), stdin)) {
    if (!strcmp(line, "@PORTS@\n")) {
      write_ports((enum yeoun_kind)kind);
    } else if (!strcmp(line, "@STEMS@\n")) {
      write_stems();
    } else {
      fputs(line, stdout);
    }
  }
  return fflush(stdout) != 0 || ferror(stdin);
}
