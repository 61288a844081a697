-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- Make a session with one Yeoun in it, for Ardour's Lua interpreter without a
-- window. What it is to do comes from the environment; what it did is printed.

local folder = os.getenv("YEOUN_SESSION")
local uri = os.getenv("YEOUN_PLUGIN") or "urn:yeoun:sketch"
local preset_label = os.getenv("YEOUN_PRESET")
local split = os.getenv("YEOUN_SPLIT") -- a script that splits the outputs

AudioEngine:set_backend("None (Dummy)", "", "")
local session = create_session(folder, "yeoun", 48000)
assert(session, "no session")

local info = ARDOUR.LuaAPI.new_plugin_info(uri, ARDOUR.PluginType.LV2)
assert(not info:isnil(), "plugin not found")

local tracks = session:new_midi_track(
  ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1),
  ARDOUR.ChanCount(ARDOUR.DataType("audio"), split and 14 or 2),
  false, info, nil, nil, 1, "Yeoun",
  ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)

-- Ardour connects new tracks by and by: a session that is saved before is
-- silent for ever.
local function await_master(route)
  local master = session:master_out():input():audio(0)
  for _ = 1, 1000 do
    if route:output():audio(0):connected_to(master:name()) then
      return
    end
    ARDOUR.LuaAPI.usleep(10000)
  end
  error("not connected: " .. route:name())
end

-- The number of the control input of a label.
local function find(plugin, label)
  local number = 0
  for i = 0, plugin:parameter_count() - 1 do
    if plugin:parameter_is_control(i) and plugin:parameter_is_input(i) then
      if plugin:parameter_label(i) == label then
        return number
      end
      number = number + 1
    end
  end
  error("no control is called " .. label)
end

-- The port of the n-th control input.
local function port(plugin, number)
  for i = 0, plugin:parameter_count() - 1 do
    if plugin:parameter_is_control(i) and plugin:parameter_is_input(i) then
      if number == 0 then
        return i
      end
      number = number - 1
    end
  end
end

for track in tracks:iter() do
  await_master(track)
  local processor = track:nth_plugin(0)
  assert(not processor:isnil(), "plugin not loaded")
  local plugin = processor:to_insert():plugin(0)
  if preset_label then
    local preset = plugin:preset_by_label(preset_label)
    assert(preset and preset.valid, "no preset is called " .. preset_label)
    assert(plugin:load_preset(preset), "preset not loaded")
    print("preset " .. preset_label)
  end
  for label, value in string.gmatch(os.getenv("YEOUN_SET") or "", "([^=;]+)=([^;]+)") do
    local number = find(plugin, label)
    assert(ARDOUR.LuaAPI.set_processor_param(processor, number, tonumber(value)),
      "not set: " .. label)
  end
  for _, label in ipairs({ "Lyrical", "Romantic", "Comic", "Variation" }) do
    local value = ARDOUR.LuaAPI.get_processor_param(processor, find(plugin, label))
    print(string.format("%s\t%.1f", label, value))
  end
end

-- Comic is 0 up to one time and 1 from another on, in seconds: "16-32".
local from, to = string.match(os.getenv("YEOUN_GLIDE") or "", "(%d+)-(%d+)")
for track in tracks:iter() do
  if from then
    local processor = track:nth_plugin(0)
    local number = find(processor:to_insert():plugin(0), "Comic")
    local list, points = ARDOUR.LuaAPI.plugin_automation(processor, number)
    assert(not list:isnil(), "no automation")
    for _, point in ipairs({ { 0, 0.0 }, { from, 0.0 }, { to, 1.0 } }) do
      points:add(
        Temporal.timepos_t(math.floor(point[1] * 48000)), point[2], false, true)
    end
    local id = port(processor:to_insert():plugin(0), number)
    local control = processor:to_automatable():automation_control(
      Evoral.Parameter(ARDOUR.AutomationType.PluginAutomation, 0, id), false)
    control:set_automation_state(ARDOUR.AutoState.Play)
    print(string.format("automation of Comic\t%d", points:size()))
  end
end

session:save_state("")
for track in tracks:iter() do
  if split then
    dofile(split)(session, track, await_master)
  end
end
close_session()
quit()
