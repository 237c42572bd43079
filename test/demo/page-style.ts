/** How the page looks, in a light and in a dark room. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #101216);
  --card: light-dark(#fff, #181b21);
  --ink: light-dark(#1c2026, #e4e7ec);
  --faint: light-dark(#667085, #98a2b3);
  --line: light-dark(#e3e6eb, #2b3038);
  --good: light-dark(#1a8754, #3fb97f);
  --bad: light-dark(#c9342c, #f0716a);
  --warn: light-dark(#9a6700, #d9a842);
  --waiting: light-dark(#d0d5dd, #475467);
  --building: #5b8def;
  --updating: light-dark(#9a6ddc, #a884e8);
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 84rem; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -.02em }
h2 { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: 0 0 1rem; font-size: 1.25rem; letter-spacing: -.01em }
.card h3 { margin: 0 0 .5rem; font-size: 1rem }
.card > h3 { margin: 0 0 .75rem; color: var(--faint); font-size: .75rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase }
h4 { margin: 1rem 0 .25rem; font-size: .9rem }
header p { max-width: 46rem; margin: .4rem 0 0; color: var(--faint) }
section { margin-top: 2.5rem }
a { color: light-dark(#1264a3, #6cb2eb); text-decoration: none }
a:hover { text-decoration: underline }
code, pre { font: .86em/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
code { padding: .1em .35em; border-radius: 4px; background: light-dark(#eceef2, #262b33) }
.badge { padding: .1rem .65rem; border-radius: 1rem; font-size: .8rem; font-weight: 600; color: light-dark(#fff, #101216); background: var(--good) }
.badge.failure { background: var(--bad) }
.card, .timeline { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card) }
.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: 1rem; margin: 1rem 0 }
.columns > div > .card + .card { margin-top: 1rem }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) } }

.row { display: grid; grid-template-columns: 11rem 1fr; align-items: center; min-height: 1.7rem }
.row > span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.course { min-height: 1.2rem; color: var(--faint); font-size: .8rem }
.course > span { padding-left: 1rem }
.track { position: relative; align-self: stretch; margin-right: 4rem; background: repeating-linear-gradient(to right, var(--line) 0 1px, transparent 1px var(--second)) }
.bar, .phase { position: absolute; min-width: 3px; border-radius: 3px }
.bar { top: .4rem; bottom: .4rem; background: var(--good) }
.bar.failure { background: var(--bad) }
.bar.skipped { visibility: hidden }
.track em { position: absolute; top: .15rem; padding-left: .4rem; color: var(--faint); font-size: .8rem; font-style: normal; white-space: nowrap }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin: .75rem 0 0; color: var(--faint); font-size: .75rem }
.legend i { flex: none; width: 1.1rem; height: .55rem; margin-left: .6rem; border-radius: 3px }
.legend i:first-child { margin-left: 0 }
.phase { top: .35rem; bottom: .35rem }
.created { background: var(--waiting) }
.build_in_progress { background: var(--building) }
.update_in_progress { background: var(--updating) }
.live { background: var(--good) }
.phase.live, .legend .live { height: 3px }
.phase.live { top: calc(50% - 1.5px); bottom: auto }
.phase.deactivated { visibility: hidden }
.axis { position: relative; height: 1.2rem; margin-right: 4rem; color: var(--faint); font-size: .75rem }
.axis span { position: absolute; white-space: nowrap; transform: translateX(-50%) }

table { width: 100%; border-collapse: collapse; font-size: .86rem }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
td:last-child { min-width: 7rem; overflow-wrap: anywhere }
th { color: var(--faint); font-weight: 600 }
.markdown { overflow-x: auto }
.markdown + .markdown { margin-top: 1.5rem }
.markdown ul { padding-left: 1.2rem }
summary { cursor: pointer; color: var(--faint); font-weight: 600 }
pre { margin: 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere }
pre .input { color: var(--faint) }
pre .error { color: var(--bad) }
pre .warning { color: var(--warn) }
pre .notice { color: light-dark(#1264a3, #6cb2eb) }
`
