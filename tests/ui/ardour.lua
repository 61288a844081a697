-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- A session for tests/ui/ardour: Yeoun Sketch that auditions, Yeoun Notes, and a
-- MIDI track that waits for what is dropped.

AudioEngine:set_backend("None (Dummy)", "", "")
local session = create_session(os.getenv("YEOUN_SESSION"), "yeoun", 48000)
assert(session, "no session")
local midi = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
local stereo = ARDOUR.ChanCount(ARDOUR.DataType("audio"), 2)

local function add(name, output, uri)
  local info = ARDOUR.PluginInfo()
  if uri then
    info = ARDOUR.LuaAPI.new_plugin_info(uri, ARDOUR.PluginType.LV2)
    assert(not info:isnil(), "plugin not found")
  end
  return session:new_midi_track(midi, output, false, info, nil, nil, 1, name,
    ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
end

local function audition(track)
  local plugin = track:nth_plugin(0):to_insert():plugin(0)
  local number = 0
  for i = 0, plugin:parameter_count() - 1 do
    if plugin:parameter_is_control(i) and plugin:parameter_is_input(i) then
      if plugin:parameter_label(i) == "Audition" then
        ARDOUR.LuaAPI.set_processor_param(track:nth_plugin(0), number, 1)
      end
      number = number + 1
    end
  end
end

for track in add("Sketch", stereo, "urn:yeoun:sketch"):iter() do
  audition(track)
end
add("Notes", midi, "urn:yeoun:notes")
add("Strings", midi)
session:save_state("")
close_session()
quit()
