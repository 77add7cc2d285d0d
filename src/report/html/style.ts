/** The report's stylesheet: calm type for long reading, a one-hue scale that greys and colour-blind eyes can order, dark and print. */
export const style = `
:root{color-scheme:light dark;--bg:light-dark(#fdfcf9,#16171a);--fg:light-dark(#1c1b19,#e9e6df);--soft:light-dark(#5c5850,#aaa599);--line:light-dark(#dcd8ce,#3a3b40);--panel:light-dark(#f4f1ea,#1f2125);--link:light-dark(#0b5394,#8fc1f5);--mark:light-dark(#fff0b8,#574a12);--accent:light-dark(#8a3b12,#f0a173);--ok:light-dark(#1d5c3a,#8fd3ab);--hatch:light-dark(#d9d4c8,#3d3f45);--land:light-dark(#e9e5db,#2a2c31);
--serif:'Iowan Old Style','Palatino Linotype',Palatino,'Source Serif 4',Georgia,'Noto Serif','Noto Serif CJK SC',serif;--sans:system-ui,'Segoe UI',Roboto,'Noto Sans','Noto Sans CJK SC',sans-serif}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}[hidden]{display:none!important}
html{scroll-padding-top:4rem}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.55 var(--sans)}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:.5rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:9}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding:.6rem clamp(1rem,4vw,3rem);border-bottom:1px solid var(--line);background:var(--panel)}
.brand{font:600 1.15rem var(--serif);color:var(--fg);text-decoration:none}
.top ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:0;padding:0}
.top nav a{text-decoration:none;color:var(--soft);padding:.15rem 0}
.top nav a:hover,.top nav a[aria-current]{color:var(--fg);box-shadow:0 2px var(--accent)}
main{padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:100rem;margin:auto;outline:none}
h1{font:600 clamp(1.5rem,3vw,2.1rem)/1.2 var(--serif);margin:.3rem 0 1rem;text-wrap:balance;overflow-wrap:anywhere}
h2{font:600 1.35rem/1.3 var(--serif);margin:2.2rem 0 .6rem}h3{font:600 1.05rem/1.35 var(--sans);margin:1.5rem 0 .4rem}
p,.lead,dd{max-width:46rem}.lead{font:1.08rem/1.6 var(--serif)}
.note{color:var(--soft);font-size:.92rem}
footer{padding:1rem clamp(1rem,4vw,3rem);border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem;padding:0;list-style:none}
.tiles li{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem}
.tiles strong{display:block;font:600 1.6rem/1.2 var(--serif);font-variant-numeric:tabular-nums}
.tiles a{color:inherit}
.scroll{position:relative;overflow:auto;max-height:82vh;border:1px solid var(--line);border-radius:.3rem;margin:.6rem 0 1.2rem}
.scroll.free{max-height:none}
table{border-collapse:separate;border-spacing:0;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{position:sticky;top:0;background:var(--panel);z-index:2;font-weight:600}
tbody th{position:sticky;inset-inline-start:0;background:var(--bg);z-index:1;font-weight:500}
thead th:first-child{inset-inline-start:0;z-index:3}
td.n,th.n{text-align:end}td.d{white-space:nowrap}.scroll>table:not(.heat,.matrix){min-width:100%}#laws td:nth-child(2){min-width:15rem}#laws th[scope=row]{min-width:7rem}.rules th[scope=row]{min-width:10rem}.name{color:var(--soft);font-weight:400}
.heat th,.heat td{padding:0;border:0}
.heat thead th{padding:.4rem .3rem;vertical-align:bottom;text-align:center;font-size:.82rem;max-width:7rem}
.heat tbody th{padding:.2rem .6rem;vertical-align:middle;font-size:.86rem;white-space:nowrap}
.heat td a,.heat td .self{display:block;min-width:4.1rem;padding:.25rem .3rem .2rem;text-align:center;text-decoration:none;color:inherit;border:1px solid var(--bg);line-height:1.25}
.heat td a:hover{outline:2px solid var(--accent);outline-offset:-2px}
/* A map of many sides: rows out of sight are neither styled, laid out nor painted, which only boxes of a known size allow. */
.many{--cell:4.1rem;--row:2.75rem;--head:11rem}.matrix{--cell:1.8rem;--row:1.9rem;--head:12rem}
.many,.many thead,.many tbody{display:block;width:max-content}.many thead{position:sticky;top:0;z-index:2}.many tr{display:flex}.many tbody tr{content-visibility:auto;height:var(--row);contain-intrinsic-height:var(--row)}.many thead th{position:static;display:flex;align-items:end;justify-content:center;max-width:none}.many th,.many td{flex:none;width:var(--cell)}.many tr>:first-child{width:var(--head);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.many thead th:first-child{position:sticky}.many td{text-align:center}
.heat.many tbody th{line-height:2.35rem}.heat.many td{padding-top:.3rem;border:1px solid var(--bg)}.heat.many td:has(a){padding:0;border:0}.heat.many td a{height:100%}
.heat .self{color:var(--soft)}
.meter{display:block;width:100%;min-width:2.4rem;max-width:9rem;height:.55rem;margin:.1rem auto 0}
.ms{fill:currentColor;opacity:.55}.mp{fill:currentColor}
td>.meter{margin-inline-start:0}
.h0{background:light-dark(#f3f8fd,#1a232c);color:light-dark(#111,#fff)}.h1{background:light-dark(#e1edf8,#1c2d3b);color:light-dark(#111,#fff)}.h2{background:light-dark(#cde0f1,#1e384c);color:light-dark(#111,#fff)}.h3{background:light-dark(#b3d3e8,#20445e);color:light-dark(#111,#fff)}.h4{background:light-dark(#93c3df,#235170);color:light-dark(#111,#fff)}.h5{background:light-dark(#72b1d7,#2a6288);color:light-dark(#111,#fff)}.h6{background:light-dark(#539dcc,#36749f);color:light-dark(#111,#fff)}.h7{background:light-dark(#2a70ad,#5c97c2);color:light-dark(#fff,#111)}.h8{background:light-dark(#1a5a99,#86b6dd);color:light-dark(#fff,#111)}.h9{background:light-dark(#0a3d78,#b5d8f5);color:light-dark(#fff,#111)}
.hx{background:repeating-linear-gradient(45deg,var(--hatch) 0 3px,transparent 3px 8px);color:var(--soft)}
.hx a{background:color-mix(in srgb,var(--bg) 70%,transparent)}
.legend li{display:flex;flex-wrap:wrap;gap:.1rem .45rem;align-items:center}.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:center;font-size:.9rem;margin:.5rem 0;padding:0;list-style:none}
.ramp{display:inline-flex;border:1px solid var(--line)}.ramp i{display:inline-block;width:1.5rem;height:1rem}
.swatch{display:inline-block;width:1.5rem;height:1rem;border:1px solid var(--line);vertical-align:middle}
.sample{display:inline-block;width:4rem;vertical-align:middle}
.stance{white-space:nowrap}.s-hard{color:var(--fg);font-weight:600}.s-soft{color:var(--accent)}.s-absent{color:var(--soft)}.s-not-covered{color:var(--soft);font-style:italic}
td.nc{background:repeating-linear-gradient(45deg,var(--hatch) 0 1px,transparent 1px 8px)}
.matrix th,.matrix td{padding:.15rem 0}.matrix tbody th{padding-inline:.6rem}
.matrix thead th{height:15rem;font-weight:500;padding:.4rem 0}.matrix thead th:first-child{justify-content:start;padding:.6rem}
.matrix thead a{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;text-decoration:none}
.matrix td a{text-decoration:none;display:block;color:inherit}.matrix td a.s-soft{color:var(--accent)}.matrix td a.s-absent,.matrix td.nc{color:var(--soft)}.matrix td a:hover{background:var(--panel)}
.cells{list-style:none;margin:0;padding:0}.cells li{margin:0 0 .15rem}
details summary{cursor:pointer;color:var(--link)}
.quote{margin:.4rem 0 .9rem}.quote figcaption{font-size:.88rem;margin-bottom:.1rem}
blockquote{margin:0;padding:.1rem 0 .1rem .9rem;border-inline-start:3px solid var(--line);font:1.02rem/1.6 var(--serif);max-width:44rem;overflow-wrap:anywhere}
blockquote b{font-weight:inherit;text-decoration:underline dotted var(--accent) .12em}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(34rem,100%),1fr));gap:0 2rem}
.card{border:1px solid var(--line);border-radius:.4rem;padding:.2rem 1.2rem .8rem;margin:1rem 0;background:var(--bg)}
.law{display:grid;grid-template-columns:minmax(12rem,18rem) minmax(0,1fr);gap:0 2.5rem;align-items:start}
.tree{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;font-size:.88rem;border-inline-end:1px solid var(--line);padding-inline-end:.8rem}
.tree ul{list-style:none;margin:0;padding-inline-start:.8rem}.tree>ul{padding:0}.tree li{margin:0;line-height:1.35}.tree a{display:block;padding:.2rem 0;min-height:1.55rem}.tree .un,.tree .div{padding:.2rem 0}.tree .div{font-weight:600;margin-top:.5rem}.tree .un{color:var(--soft)}
.unit{max-width:66rem;padding:.6rem 0 1.4rem;border-bottom:1px solid var(--line);position:relative}
.unit h3{font:600 1.1rem/1.4 var(--serif)}
.words{font:1.06rem/1.68 var(--serif);padding-inline-end:17.5rem;overflow-wrap:anywhere}
.words .p{position:relative;margin:.35rem 0;padding-inline-start:1.1rem}.words>.p{padding-inline-start:0}
.p:target,.unit:target{background:color-mix(in srgb,var(--mark) 55%,transparent);box-shadow:0 0 0 .35rem color-mix(in srgb,var(--mark) 55%,transparent);border-radius:.1rem}
[lang|=zh]{--serif:'Iowan Old Style',Georgia,'Noto Serif','Songti SC','Noto Serif CJK SC',serif}[lang|=zh-TW],[lang|=zh-Hant],[lang|=zh-HK]{--serif:'Iowan Old Style',Georgia,'Noto Serif','Songti TC','Noto Serif CJK TC',serif}[lang|=ja]{--serif:'Iowan Old Style',Georgia,'Noto Serif','Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif}[lang|=ko]{--serif:'Iowan Old Style',Georgia,'Noto Serif',AppleMyungjo,Batang,'Noto Serif CJK KR',serif}
[lang|=ar] .words,[lang|=fa] .words,[lang|=he] .words,[lang|=th] .words{line-height:1.85}
.num{font-weight:600}.pin{color:var(--soft);text-decoration:none;font:.78rem var(--sans);opacity:0;margin-inline-start:.3rem}.p:hover>.pin,.pin:focus{opacity:1}
mark{background:none;color:inherit;text-decoration:underline solid var(--accent) .11em;text-underline-offset:.22em}
mark.cue{background:var(--mark)}
.codes{float:inline-end;clear:inline-end;width:15.5rem;margin-inline-end:-17.5rem;font:.84rem/1.4 var(--sans);list-style:none;padding:.15rem 0 .15rem .7rem;margin-block:0 .4rem;border-inline-start:3px solid var(--accent)}
.codes li{margin-bottom:.35rem}.codes small{color:var(--soft);display:block}
.conf{display:inline-block;width:3.2rem;height:.5rem;vertical-align:middle}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1.2rem;font-size:.92rem;margin:.5rem 0 1.5rem}.facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
.controls{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:end;margin:1rem 0}.controls label{display:grid;gap:.15rem;font-size:.9rem;color:var(--soft)}
input,select,button{font:inherit;color:var(--fg);background:var(--bg);border:1px solid var(--soft);border-radius:.3rem;padding:.35rem .6rem;max-width:100%}
input[type=search]{width:min(44rem,92vw)}
.hits{list-style:none;padding:0}.hits li{border-bottom:1px solid var(--line);padding:.7rem 0;max-width:52rem}.hits p{margin:.15rem 0;font-family:var(--serif)}.hits small{color:var(--soft)}
.facets{display:flex;flex-wrap:wrap;gap:.35rem;margin:.4rem 0}.facets button{font-size:.86rem;padding:.15rem .55rem}.facets button[aria-pressed=true]{background:var(--fg);color:var(--bg)}
.bars{display:grid;grid-template-columns:max-content 1fr max-content;gap:.25rem .8rem;max-width:40rem;font-size:.92rem;align-items:center;margin:0}.bars svg{width:100%;height:.8rem;display:block}.bars rect{fill:var(--link)}.bars dt,.bars dd{margin:0}
button.small{font-size:.84rem;padding:.1rem .55rem;min-height:1.6rem;cursor:pointer}button:hover{background:var(--panel)}
.tools{display:flex;gap:.4rem;margin:.3rem 0 1.4rem;max-width:none}
.picture-box{margin:1rem 0}svg.picture{display:block;width:100%;height:auto;font-family:var(--sans)}.wide{overflow-x:auto}.wide svg{min-width:44rem}
svg .f-none{fill:none}svg .f-ink{fill:var(--fg)}svg .f-soft{fill:var(--soft)}svg .f-line{fill:var(--line)}svg .f-accent{fill:var(--accent)}svg .f-paper{fill:var(--bg)}svg .f-land{fill:var(--land)}
svg .s-ink{stroke:var(--fg)}svg .s-soft{stroke:var(--soft)}svg .s-line{stroke:var(--line)}svg .s-accent{stroke:var(--accent)}svg .s-paper{stroke:var(--bg)}
svg .f-series-0{fill:light-dark(#0072b2,#4aa8e0)}svg .f-series-1{fill:light-dark(#c25400,#f08a45)}svg .f-series-2{fill:light-dark(#008563,#3cc9a0)}svg .f-series-3{fill:light-dark(#b05a8a,#dd92ba)}svg .f-series-4{fill:light-dark(#b37a00,#f0b840)}svg .f-series-5{fill:light-dark(#2f8fc4,#7cc8f2)}
svg .off{opacity:.12}svg a:hover>*,svg a:focus-visible>*{stroke:var(--accent);stroke-width:2}
.land{cursor:pointer}.land-h{fill:light-dark(#0a3d78,#8fc7f7)}.land-s{fill:light-dark(#72b1d7,#3f7fb5)}.land-a{fill:light-dark(#f3d9a4,#6d5320)}.land-n{fill:var(--land)}.land:hover{stroke:var(--accent);stroke-width:1.5}
svg.swatch{border:1px solid var(--line);width:1.5rem;height:.9rem}svg.swatch.plain{border:0;width:.9rem}
.nearest{box-shadow:inset 0 0 0 3px var(--accent)}
svg.picture text{paint-order:stroke;stroke:var(--bg);stroke-width:2.5px;stroke-linejoin:round}
.parts th,.elements th{font-weight:500;text-align:start;position:static;background:none}.parts td,.parts th,.elements td,.elements th{border-bottom:1px solid var(--line)}.bar-cell{min-width:8rem}.bar-cell .meter{height:.9rem;margin:0;max-width:none}.bar{display:block;inline-size:100%;block-size:.6rem;background:var(--panel);border:1px solid var(--line)}.bar-in{display:block;block-size:100%;background:var(--link)}.elements{font-size:.88rem;margin:.3rem 0 .6rem;table-layout:fixed;width:100%}.elements tbody th,.elements thead td{width:6.5rem;color:var(--soft)}.elements thead th{font-size:.95rem}.elements .stance{white-space:nowrap}.only{font-weight:700}.relation{font-size:.86rem;color:var(--soft);margin:.8rem 0 .2rem;max-width:none;border-top:1px dashed var(--line);padding-top:.5rem}.beside{display:grid;grid-template-columns:minmax(0,46rem) minmax(0,1fr);gap:0 3rem;align-items:start}.beside>aside{order:2}
.words a.term{color:inherit;text-decoration:underline dotted var(--soft) .08em}.words a.term:hover,.words a.reference:hover{color:var(--link);text-decoration-style:solid}.words a.reference{text-decoration-style:solid;text-decoration-color:var(--line)}
.check{align-self:end;padding-bottom:.45rem}.own{background:var(--panel)}.heat abbr{text-decoration:none}.heat td.none{color:var(--soft);text-align:center;vertical-align:middle;font-size:.85rem}
.cite{margin:2.5rem 0 0;border-top:1px solid var(--line);padding-top:.8rem}.cites{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 1.5rem}.cites h3{margin:.8rem 0 .2rem}
.peek{position:absolute;z-index:8;width:min(420px,calc(100vw - 1rem));max-height:46vh;overflow:auto;background:var(--bg);border:1px solid var(--soft);border-radius:.35rem;box-shadow:0 .3rem 1rem #0004;padding:.6rem .8rem;font:.95rem/1.5 var(--serif)}.peek p{margin:.2rem 0 0}.peek strong{font:600 .86rem var(--sans)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);border:1px solid var(--line);border-radius:.3rem;padding:.6rem .8rem;font:.82rem/1.45 ui-monospace,'Noto Sans Mono',monospace;margin:.3rem 0;max-height:14rem;overflow:auto}
code{font:.92em ui-monospace,'Noto Sans Mono',monospace}
.searching{display:grid;grid-template-columns:minmax(11rem,16rem) minmax(0,1fr);gap:0 2.5rem;align-items:start}.facet{margin-bottom:.9rem;display:flex;flex-wrap:wrap;gap:.25rem}.facet-name{flex-basis:100%;font-weight:600;font-size:.9rem}.facet button[aria-pressed=true]{background:var(--fg);color:var(--bg)}.count{opacity:.75}
.hits h3{margin:0}.hits .note{margin:.1rem 0}.words-found{font:1rem/1.55 var(--serif);min-height:1.55em;overflow-wrap:anywhere}.hits mark,.words-found mark{background:var(--mark);text-decoration:none}.hits .cited{border-inline-start:4px solid var(--accent);padding-inline-start:.9rem}
::highlight(found){background:var(--mark)}#find-form{margin:0 0 1rem}#find{width:min(26rem,80vw)}#more{margin:1rem 0}pre#wrong{max-width:52rem}.lacking{border-style:dashed}.no-law blockquote{opacity:.72}
.tag{display:inline-block;border:1px solid var(--line);border-radius:.25rem;padding:0 .35rem;font-size:.82rem;white-space:nowrap}
@media(max-width:75rem){.beside{grid-template-columns:minmax(0,1fr)}.beside>aside{order:0}.beside .scroll{max-height:20rem}}
@media(max-width:60rem){.searching{grid-template-columns:minmax(0,1fr)}#facets{order:2}.law{grid-template-columns:minmax(0,1fr)}.tree{position:static;max-height:16rem;border:1px solid var(--line);padding:.5rem;margin-bottom:1rem}.words{padding-inline-end:0}.codes{float:none;width:auto;margin-inline-end:0}}
@media(max-width:44rem){.heat .name,.matrix .name{display:none}.many,.matrix{--head:5.5rem}.sides{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:.4rem}}
@media print{:root,:root[data-theme]{color-scheme:light;--bg:#fff;--fg:#000;--panel:#fff;--soft:#333;--link:#000}.peek,.top nav,.tree,.controls,.skip,.pin,.tools,.cite,button{display:none}.scroll{overflow:visible;max-height:none;border:0}.law{display:block}body{font-size:10pt}.quote,tr{break-inside:avoid}h2,h3,figcaption{break-after:avoid}@page across{size:A4 landscape}.across{page:across}.cut::after{content:'This table is wider than paper: its CSV has all columns.';display:block;font-style:italic}.wide svg{min-width:0}thead th,tbody th{position:static}*{print-color-adjust:exact}}
`;
