'use strict';
const page = JSON.parse(document.getElementById('cues').textContent);
const cues = page.cues;
const $ = id => document.getElementById(id);
const make = (name, text, kind) => {
  const e = document.createElement(name);
  if (text !== undefined) e.textContent = text;
  if (kind) e.className = kind;
  return e;
};
const address = (cue, end) => encodeURIComponent(cue.n + end);
const say = text => { $('said').textContent = text; };

/* Marks and notes: kept for this folder, and read again before each change, so
   that two windows do not undo each other's. */
const place = 'yeoun ' + location.pathname.replace(/[^/]*$/, '');
let kept = {};
let isKept = true;
const load = () => {
  try {
    kept = JSON.parse(localStorage.getItem(place) || '{}');
    isKept = true;
  } catch (e) {
    isKept = false;
  }
};
const keep = (cue, change) => {
  if (isKept) load();
  const entry = Object.assign({}, kept[cue.n], change, { v: cue.v });
  if (entry.mark || entry.note) kept[cue.n] = entry; else delete kept[cue.n];
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch (e) {
    isKept = false;
  }
  if (!isKept) say('This browser keeps no marks: copy them before you leave.');
};
const entryOf = cue => kept[cue.n] || {};

/* Times as an editor writes them. */
const two = n => String(n).padStart(2, '0');
const time = (s, cue) => {
  if (!cue || !cue.fps) {
    const tenths = Math.round(s * 10);
    return Math.floor(tenths / 600) + ':' +
      (tenths % 600 < 100 ? '0' : '') + (tenths % 600 / 10).toFixed(1);
  }
  const whole = Math.round(cue.fps);
  let f = Math.round((s + (cue.start || 0)) * cue.fps);
  if (cue.drop) {
    const tens = Math.floor(f / 17982), rest = f % 17982;
    f += 18 * tens + (rest > 1 ? 2 * Math.floor((rest - 2) / 1798) : 0);
  }
  const all = Math.floor(f / whole);
  return two(Math.floor(all / 3600) % 24) + ':' + two(Math.floor(all / 60) % 60) +
    ':' + two(all % 60) + (cue.drop ? ';' : ':') + two(f % whole);
};

/* What is said of a cue; what all that are shown, or all of a group, have in
   common is said once, above them. */
const lengthOf = c => {
  const is = c.music.toFixed(2) + ' s';
  return !c.asked ? is : Math.abs(c.asked - c.music) < 0.005 ? is + ' as asked' :
    'asked ' + +c.asked.toFixed(3) + ' s, ' + is;
};
const facts = [
  c => c.t, c => c.c, c => c.m, c => c.k, c => c.bpm.toFixed(1) + ' bpm',
  c => c.bars + ' bars', c => 'variation ' + c.variation, lengthOf,
  c => c.length.toFixed(2) + ' s with its tail',
  c => c.fps && c.start ? 'from ' + time(0, c) : '',
  c => c.lufs.toFixed(1) + ' LUFS', c => 'identity ' + c.identity.toFixed(2),
];
const differing = (some, among) =>
  among.filter(f => some.some(c => f(c) !== f(some[0])));
const tell = (cue, which) => which.map(f => f(cue)).filter(Boolean).join(' · ');

/* Cards are made when they are looked at. */
const cards = new Map();
const cardOf = cue => {
  if (cards.has(cue)) return cards.get(cue);
  const card = $('card').content.firstElementChild.cloneNode(true);
  const get = kind => card.querySelector(kind);
  card.cue = cue;
  card.dataset.name = cue.n;
  card.setAttribute('aria-label', cue.n);
  get('h3').textContent = cue.n;
  get('.description').textContent = cue.d;
  if (cue.f.includes('.svg')) {
    get('img').alt = 'waveform and notes of ' + cue.n;
    get('img').src = address(cue, '.svg');
    for (const [s, name] of cue.p) {
      const i = make('i', undefined, 'place' + (/^hit/.test(name) ? ' hit' : ''));
      i.style.left = 100 * s / cue.length + '%';
      get('.picture').append(i);
    }
    get('.picture').title = cue.p.map(([s, name]) => time(s, cue) + ' ' + name)
      .join('\n');
    get('.picture').onclick = e => {
      const box = get('.picture').getBoundingClientRect();
      choose(cue);
      start(cue, cue.length * (e.clientX - box.left) / box.width);
    };
  } else {
    get('.picture').remove();
  }
  get('.start').setAttribute('aria-label', 'play ' + cue.n);
  get('.start').hidden = !soundOf(cue);
  get('.start').onclick = () => { choose(cue); toggle(cue); };
  get('.mark').onclick = () => { choose(cue); mark(cue); };
  get('.mark').setAttribute('aria-label', 'mark ' + cue.n);
  get('.a').onclick = () => setCompared('a', cue);
  get('.b').onclick = () => setCompared('b', cue);
  get('.a').setAttribute('aria-label', cue.n + ' is A');
  get('.b').setAttribute('aria-label', cue.n + ' is B');
  const note = get('.note input');
  note.setAttribute('aria-label', 'note on ' + cue.n);
  note.oninput = () => { keep(cue, { note: note.value }); tellCount(); };
  note.onkeydown = e => { if (e.key === 'Escape' || e.key === 'Enter') card.focus(); };
  for (const end of cue.f) {
    const a = make('a', end.replace(/^\./, ''));
    a.href = address(cue, end);
    get('.files').append(a);
  }
  get('.name').textContent = cue.v;
  card.onfocus = () => choose(cue);
  cards.set(cue, card);
  showEntry(cue);
  return card;
};
const showEntry = cue => {
  const card = cards.get(cue);
  if (!card) return;
  const entry = entryOf(cue);
  card.querySelector('.mark').setAttribute('aria-pressed', Boolean(entry.mark));
  const note = card.querySelector('.note input');
  if (document.activeElement !== note) note.value = entry.note || '';
  for (const w of ['a', 'b']) {
    card.querySelector('.' + w).setAttribute('aria-pressed', compared[w] === cue);
  }
  card.classList.toggle('near', cue === near);
  card.classList.toggle('playing', cue === playing);
  let old = card.querySelector('.old');
  if (entry.v && entry.v !== cue.v && !old) {
    old = make('p', 'Rendered otherwise since it was marked.', 'old');
    card.querySelector('.note').after(old);
  } else if (old && entry.v === cue.v) {
    old.remove();
  }
};
const showAll = () => { for (const cue of cards.keys()) showEntry(cue); tellCount(); };
const mark = cue => {
  keep(cue, { mark: !entryOf(cue).mark });
  showEntry(cue);
  tellCount();
};

/* Which are shown, in which order. */
let shown = [];
let until = 0;
let near = null;
const STEP = 60;
const lower = text => text.toLowerCase();
const arrange = () => {
  const words = lower($('find').value).split(/\s+/).filter(Boolean);
  const way = $('way').getAttribute('aria-pressed') === 'true' ? -1 : 1;
  const group = $('group').value, sort = $('sort').value;
  const order = (x, y) => typeof x === 'number' ? x - y :
    x.localeCompare(y, undefined, { numeric: true });
  shown = cues.filter(c =>
    ['theme', 'character', 'mood'].every(
      w => !$(w).value || c[w[0]] === $(w).value.slice(1)) &&
    (!$('marked').checked || entryOf(c).mark) &&
    words.every(w => lower([c.n, c.d, c.t, c.c, c.m, c.k, c.v,
      entryOf(c).note || ''].join(' ')).includes(w)));
  shown.sort((x, y) => (group ? order(x[group], y[group]) : 0) ||
    way * (sort ? order(x[sort], y[sort]) : x.i - y.i) || x.i - y.i);
  $('cards').replaceChildren();
  tellCommon();
  until = 0;
  extend(STEP);
  tellCount();
};
/* What the cards tell: of all that are shown, and of the group under way. */
let told = facts;
let toldOfGroup = facts;
const openGroup = (cue, group) => {
  const some = shown.filter(c => c[group] === cue[group]);
  const name = cue[group] || 'none';
  toldOfGroup = some.length > 1 ? differing(some, told) : told;
  const common = told.filter(f => !toldOfGroup.includes(f) && f(cue) !== name);
  $('cards').append(make('h2', name + ' (' + some.length + ')'));
  if (tell(cue, common)) $('cards').append(make('p', tell(cue, common), 'common'));
};
const addCard = cue => {
  const card = cardOf(cue);
  const spans = toldOfGroup.map(f => f(cue)).filter(Boolean)
    .flatMap(text => [make('span', text), ' ']);
  card.querySelector('.facts').replaceChildren(...spans);
  $('cards').append(card);
};
const extend = to => {
  const group = $('group').value;
  for (; until < Math.min(to, shown.length); ++until) {
    const cue = shown[until];
    if (group && (!until || shown[until - 1][group] !== cue[group])) {
      openGroup(cue, group);
    }
    addCard(cue);
  }
};
const tellCommon = () => {
  told = shown.length > 1 ? differing(shown, facts) : facts;
  toldOfGroup = told;
  const common = shown.length > 1 ?
    tell(shown[0], facts.filter(f => !told.includes(f))) : '';
  $('common').textContent = common ? 'All: ' + common : '';
};
new IntersectionObserver(all => {
  if (all.some(e => e.isIntersecting)) extend(until + STEP);
}, { rootMargin: '1500px' }).observe($('more'));
const tellCount = () => {
  const marks = cues.filter(c => entryOf(c).mark).length;
  const names = new Set(cues.map(c => c.n));
  const gone = Object.keys(kept).filter(n => kept[n].mark && !names.has(n));
  $('count').textContent = shown.length + ' of ' + cues.length + ' cues, ' +
    marks + ' marked' +
    (gone.length ? '; marked, but no longer here: ' + gone.join(', ') : '');
};
const choose = cue => {
  const old = near;
  near = cue;
  if (old) showEntry(old);
  if (cue) showEntry(cue);
};
const step = by => {
  if (!shown.length) return;
  const at = shown.indexOf(near);
  const to = at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + by));
  extend(to + 3);
  choose(shown[to]);
  cardOf(near).focus({ preventScroll: true });
  cardOf(near).scrollIntoView({ block: 'nearest' });
};

/* One cue plays at a time; of A and B the louder is turned down. */
let playing = null;
const compared = { a: null, b: null };
const sounds = new Map();
const soundOf = cue => ['.wav', '.flac', '.ogg', '.mp3'].find(e => cue.f.includes(e));
const playerOf = cue => {
  if (!sounds.has(cue)) {
    const sound = new Audio();
    sound.preload = 'none';
    sound.src = address(cue, soundOf(cue));
    sound.ontimeupdate = showTime;
    sound.onended = showTime;
    sound.onpause = showTime;
    sound.onplay = showTime;
    sound.onerror = () => say('This browser cannot play ' + cue.n + soundOf(cue));
    sounds.set(cue, sound);
  }
  return sounds.get(cue);
};
const levelOf = cue => {
  const { a, b } = compared;
  return a && b && (cue === a || cue === b) ?
    Math.pow(10, (Math.min(a.lufs, b.lufs) - cue.lufs) / 20) : 1;
};
const start = (cue, at) => {
  if (!soundOf(cue)) return;
  const sound = playerOf(cue);
  if (playing && playing !== cue) playerOf(playing).pause();
  const old = playing;
  playing = cue;
  sound.volume = levelOf(cue);
  if (at !== undefined) {
    if (sound.readyState) sound.currentTime = at;
    else sound.addEventListener('loadedmetadata', () => { sound.currentTime = at; },
      { once: true });
  }
  sound.play().catch(() => say('Press Play once more: the browser waits for it.'));
  if (old) showEntry(old);
  showEntry(cue);
  showTime();
};
const toggle = cue => {
  if (playing === cue && !playerOf(cue).paused) playerOf(cue).pause();
  else start(cue);
};
const setCompared = (which, cue) => {
  const old = compared[which];
  compared[which] = old === cue ? null : cue;
  if (playing) playerOf(playing).volume = levelOf(playing);
  if (old) showEntry(old);
  showEntry(cue);
  const { a, b } = compared;
  $('compare').textContent = (a ? 'A ' + a.n : '') + (b ? ' B ' + b.n : '') +
    (a && b ? ', both at ' + Math.min(a.lufs, b.lufs).toFixed(1) + ' LUFS' : '');
};
const change = () => {
  const { a, b } = compared;
  if (!a || !b) { say('Set A and B first.'); return; }
  const to = playing === a ? b : a;
  const at = playing === a || playing === b ? playerOf(playing).currentTime : 0;
  choose(to);
  start(to, Math.min(at, to.length - 0.1));
};
const seek = s => {
  if (playing) playerOf(playing).currentTime =
    Math.max(0, Math.min(s, playing.length - 0.05));
};
const toMarker = by => {
  if (!playing) return;
  const now = playerOf(playing).currentTime;
  const places = [0].concat(playing.p.map(p => p[0]));
  const next = by > 0 ? places.find(s => s > now + 0.05) :
    places.filter(s => s < now - 0.5).pop();
  if (next !== undefined) seek(next);
};
const showTime = () => {
  if (!playing) return;
  const sound = playerOf(playing);
  const card = cards.get(playing);
  const share = sound.currentTime / playing.length;
  const isOn = !sound.paused;
  if (card) {
    const head = card.querySelector('.head');
    if (head) head.style.left = 100 * share + '%';
    card.querySelector('.start').textContent = isOn ? 'Pause' : 'Play';
  }
  for (const [cue, other] of cards) {
    if (cue !== playing) other.querySelector('.start').textContent = 'Play';
  }
  $('place').value = share;
  $('play').textContent = isOn ? 'Pause' : 'Play';
  $('now').textContent = playing.n;
  $('time').textContent = time(sound.currentTime, playing) + ' / ' +
    time(playing.length, playing);
};
const animate = () => {
  if (playing && !playerOf(playing).paused) showTime();
  requestAnimationFrame(animate);
};

/* What is marked, as a sheet that yeoun-render reads. */
const literal = text => '"' + text.replace(/[\\"]/g, '\\$&') + '"';
const writeSheet = () => {
  const chosen = cues.filter(c => entryOf(c).mark);
  const who = [...new Set(chosen.map(c => c.c).filter(Boolean))];
  return '@prefix y: <urn:yeoun:vocabulary#> .\n' +
    '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n' +
    '<> a y:CueSheet .\n' +
    who.map((w, i) => `<#who${i + 1}> a y:Character ; y:name ${literal(w)} .\n`)
      .join('') +
    chosen.map((c, i) => `\n<#cue${i + 1}> a y:MusicCue ; y:name ${literal(c.n)} ;\n` +
      (c.c ? `  y:from <#who${who.indexOf(c.c) + 1}> ;\n` : '') +
      (entryOf(c).note ? `  rdfs:comment ${literal(entryOf(c).note)} ;\n` : '') +
      `  ${c.sheet.replace(/ ; (?=y:)/g, ' ;\n  ')} .\n`).join('');
};
const copy = () => {
  const text = writeSheet();
  $('sheet').hidden = false;
  $('text').value = text;
  $('save').href = URL.createObjectURL(new Blob([text], { type: 'text/turtle' }));
  $('text').focus();
  $('text').select();
  const count = cues.filter(c => entryOf(c).mark).length;
  const done = () => say(`${count} marked cues are copied.`);
  const byHand = () => say(document.execCommand('copy') ?
    `${count} marked cues are copied.` : 'Copy the text by Ctrl-C.');
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
};

/* Controls and keys. */
const help = () => {
  $('keys').hidden = !$('keys').hidden;
  $('help').setAttribute('aria-expanded', !$('keys').hidden);
};
const keys = {
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1),
  ArrowUp: () => step(-1), ' ': () => near ? toggle(near) : step(1),
  ArrowLeft: () => playing && seek(playerOf(playing).currentTime - 5),
  ArrowRight: () => playing && seek(playerOf(playing).currentTime + 5),
  '[': () => toMarker(-1), ']': () => toMarker(1),
  m: () => near && mark(near),
  e: () => near && cardOf(near).querySelector('.note input').focus(),
  a: () => near && setCompared('a', near), b: () => near && setCompared('b', near),
  x: change, '/': () => $('find').focus(), c: copy, '?': help,
  Escape: () => { $('sheet').hidden = true; },
};
document.addEventListener('keydown', e => {
  const own = e.target.closest('input, select, textarea, summary, a') ||
    (e.target.closest('button') && (e.key === ' ' || e.key === 'Enter'));
  if (e.key === 'Escape') {
    document.activeElement.blur();
    keys.Escape();
  } else if (!own && keys[e.key] && !e.ctrlKey && !e.metaKey && !e.altKey) {
    e.preventDefault();
    keys[e.key]();
  }
});
const fill = (select, values) => {
  select.append(new Option('all', ''),
    ...[...new Set(values)].sort().map(v => new Option(v || 'none', '=' + v)));
  select.parentNode.hidden = select.options.length < 3;
};
/* What a cue is called without the one who it is for, and what comes after. */
const sceneOf = c => {
  const end = c.c ? c.n.indexOf('-' + c.c) : -1;
  return end > 0 ? c.n.slice(0, end) : c.n;
};
cues.forEach((c, i) => { c.i = i; c.q = sceneOf(c); });
fill($('theme'), cues.map(c => c.t));
fill($('character'), cues.map(c => c.c));
fill($('mood'), cues.map(c => c.m));
for (const id of ['find', 'theme', 'character', 'mood', 'group', 'sort', 'marked']) {
  $(id).addEventListener('input', arrange);
}
$('way').onclick = () => {
  const isDown = $('way').getAttribute('aria-pressed') !== 'true';
  $('way').setAttribute('aria-pressed', isDown);
  $('way').textContent = isDown ? 'descending' : 'ascending';
  arrange();
};
$('controls').onsubmit = () => false;
$('copy').onclick = copy;
$('help').onclick = help;
$('close').onclick = keys.Escape;
$('play').onclick = () => {
  if (!playing && !near) step(1);
  toggle(playing || near);
};
$('place').oninput = () => playing && seek($('place').value * playing.length);
for (const [name, colour] of page.lanes) {
  const span = make('span');
  const i = make('i');
  i.style.background = colour;
  span.append(i, name);
  $('legend').append(span);
}
$('legend').append(make('span', 'solid line: hit'), make('span', 'dotted: phrase, end'));
$('legend').hidden = !cues.some(c => c.f.includes('.svg'));
addEventListener('storage', e => { if (e.key === place) { load(); showAll(); } });
load();
arrange();
requestAnimationFrame(animate);
