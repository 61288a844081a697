-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- Play Yeoun Notes in Ardour under a JACK server, as YEOUN_RUN says, for
-- tests/command/ardour_play. The run "make" leaves a session for the others.

local folder = os.getenv("YEOUN_SESSION")
local run = os.getenv("YEOUN_RUN")
local ui = ARDOUR.TransportRequestSource.TRS_UI
local must_roll = ARDOUR.LocateTransportDisposition.MustRoll
local must_stop = ARDOUR.LocateTransportDisposition.MustStop
local ppqn = Temporal.ticks_per_beat

local function wait(seconds)
  ARDOUR.LuaAPI.usleep(math.floor(seconds * 1e6))
end

local function at_beat(beat)
  return Temporal.timepos_t.from_ticks(math.floor(beat * ppqn))
end

AudioEngine:set_backend(run == "make" and "None (Dummy)" or "JACK", "", "")

if run == "make" then
  local new = create_session(folder, "yeoun", 48000)
  assert(new, "no session")
  local midi = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
  local info = ARDOUR.LuaAPI.new_plugin_info("urn:yeoun:notes", ARDOUR.PluginType.LV2)
  assert(not info:isnil(), "plugin not found")
  new:new_midi_track(midi, midi, false, info, nil, nil, 1, "Yeoun",
    ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
  new:save_state("")
  print("stopped")
  close_session()
  quit()
  return
end

local session = load_session(folder, "yeoun")
assert(session, "no session")
ARDOUR.config():set_send_midi_clock(true)

-- Track and clock, into one capture.
local track
for route in session:get_routes():iter() do
  if route:name() == "Yeoun" then
    track = route:to_track()
  end
end
wait(0.5)
-- By another program: Ardour connects by a thread of its own too, and two threads
-- at once tear what libjack tells its server.
for _, port in ipairs({ "Yeoun/midi_out 1", "MIDI Clock out" }) do
  assert(os.execute("timeout 10 jack_connect ':" .. port .. "' midi-monitor:input"),
    "not connected")
end
wait(0.3)

-- Beats are quarters.
local function edit_tempo_map(edit)
  local map = Temporal.TempoMap.fetch_writable()
  edit(map)
  Temporal.TempoMap.update(map)
  wait(0.2)
end

local function set_meter(beats, beat)
  edit_tempo_map(function(map)
    map:set_meter(Temporal.Meter(beats, 4), at_beat(beat))
  end)
end

local function locate(seconds, disposition)
  session:request_locate(math.floor(seconds * 48000), false, disposition, ui)
end

-- Until the transport is there: a busy machine takes longer than the music.
local function roll(seconds)
  session:request_roll(ui)
  for _ = 1, 1200 do
    if session:transport_sample() >= seconds * 48000 then
      return
    end
    wait(0.05)
  end
  error("the transport does not move")
end

local runs = {}

function runs.straight()
  roll(16.5)
end

-- 118 to 126 over 24 beats, and on at 126.
function runs.tempo()
  edit_tempo_map(function(map)
    map:set_tempo(Temporal.Tempo(118, 126, 4), at_beat(0))
    map:set_tempo(Temporal.Tempo(126, 126, 4), at_beat(24))
  end)
  roll(12.5)
end

function runs.waltz()
  set_meter(3, 0)
  roll(9.5)
end

-- 3/4 from bar 5 on.
function runs.meter()
  set_meter(3, 16)
  roll(12.5)
end

-- A bar of clicks, armed, before the transport moves.
function runs.count_in()
  session:cfg():set_count_in(true)
  track:rec_enable_control():set_value(1, PBD.GroupControlDisposition.NoGroup)
  wait(0.3)
  session:maybe_enable_record()
  roll(4)
end

-- What loops, bars 3 and 4, three times.
function runs.loop()
  session:request_play_loop(true, false)
  local rounds, last = 0, 0
  for _ = 1, 1200 do
    local now = session:transport_sample()
    rounds = rounds + (now < last and 1 or 0)
    last = now
    if rounds == 3 then
      return
    end
    wait(0.05)
  end
  error("the loop does not turn")
end

function runs.locates()
  roll(2)
  for i = 0, 47 do
    locate((i * 37 % 160) * 0.1, must_roll)
    wait(0.35)
  end
end

-- Nothing rolls: Sync is Own.
function runs.own()
  local processor = track:nth_plugin(0)
  local plugin = processor:to_insert():plugin(0)
  local number = 0
  for i = 0, plugin:parameter_count() - 1 do
    if plugin:parameter_label(i) == "Sync" then
      assert(ARDOUR.LuaAPI.set_processor_param(processor, number, 1), "not set")
    end
    if plugin:parameter_is_control(i) and plugin:parameter_is_input(i) then
      number = number + 1
    end
  end
  wait(6)
end

locate(0, must_stop)
wait(0.5)
runs[run]()
print("speed", session:transport_speed(), "at", session:transport_sample())
session:request_stop(false, false, ui)
wait(0.3)
print("stopped")
close_session()
quit()
