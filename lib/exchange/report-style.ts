/** The style of the HTML report: screen, dark screen and paper. System fonts only: the page loads nothing. */
export const reportStyle = `
:root{--paper:#fbfaf6;--sheet:#fffefb;--ink:#1d1b18;--ink2:#5b564e;--line:#d9d3c6;--claim:#9a4407;--claim-bg:#fdecc8;--opinion:#6f3599;--opinion-bg:#f0e4fa;--sourced:#166045;--sourced-bg:#d9f1e3;--nofact:#625d53;--danger:#a5211a;--serif:"Source Serif 4",Charter,Georgia,"Times New Roman",serif;--sans:Inter,system-ui,-apple-system,"Segoe UI",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--sheet:#1c1b18;--ink:#ece8df;--ink2:#b3ada1;--line:#3b3832;--claim:#f0b35c;--claim-bg:#3d2c12;--opinion:#cda4ef;--opinion-bg:#33223f;--sourced:#79d3a5;--sourced-bg:#15352a;--nofact:#a8a296;--danger:#f2a29a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1160px;padding:40px 28px 64px;background:var(--paper);color:var(--ink);font:14px/1.5 var(--sans)}
a{color:inherit}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--sheet);padding:8px}
header{border-bottom:1px solid var(--line);padding-bottom:16px;margin-bottom:20px}
h1{font:600 32px/1.2 var(--serif);margin:0 0 8px;text-wrap:balance}
h2{font:600 20px/1.3 var(--serif)}
.kick{font-weight:500;font-size:12px;color:var(--ink2);margin:0 0 12px}.by{margin:0;color:var(--ink2);overflow-wrap:anywhere}
.summary{margin-top:22px}.summary h2{font:600 13px/1.3 var(--sans);margin:0 0 6px}
.summary table{border-collapse:collapse;font-size:13px}
.summary tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:0 32px}
.summary table{display:block}.summary tr{display:flex;justify-content:space-between;border-bottom:1px solid var(--line);padding:4px 0}
.summary th{font-weight:400;text-align:start}.summary td{font-weight:600;font-variant-numeric:tabular-nums}
section>h2{margin:22px 0 6px}.legend h2,.method h2,.changes h2{font:600 13px/1.3 var(--sans)}.summary table+p{margin-top:10px}.legend p,.method p,.changes p,.summary p{font-size:13px;margin:0 0 4px;max-width:720px}
dl{margin:0;font-size:13px;display:grid;grid-template-columns:minmax(150px,max-content) 1fr;gap:2px 16px}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}.changes dt{font-weight:400;color:var(--ink2)}
.list .entry,.orphans .entry{max-width:720px}
.tag{font-weight:700;font-size:11px}.claim.tag,.claim .kind,.ref.claim{color:var(--claim)}.opinion.tag,.opinion .kind,.ref.opinion{color:var(--opinion)}.sourced_fact.tag,.sourced_fact .kind,.ref.sourced_fact{color:var(--sourced)}.no_fact.tag,.no_fact .kind,.ref.no_fact{color:var(--nofact)}
main{margin-top:28px}
.passage{max-width:640px}
.band{display:grid;grid-template-columns:minmax(0,640px) minmax(0,1fr);column-gap:44px}.band>.passage{grid-column:1}.band>.notes{grid-column:2;grid-row:1/-1;padding-top:5px}
.passage{font:18px/1.62 var(--serif)}.passage p,.passage h1,.passage h2,.passage h3,.passage ul,.passage ol,.passage blockquote{margin-top:0}.passage h1{font-size:32px;margin-bottom:14px}
.passage p,.passage li{overflow-wrap:anywhere}.passage p{margin-bottom:1em}.passage table{border-collapse:collapse;width:100%;font-size:15px}.passage td,.passage th{border-bottom:1px solid var(--line);padding:4px 12px 4px 0;text-align:start;vertical-align:top}.passage td p,.passage th p{margin:0}.passage figure{margin:0;font-size:15px;color:var(--ink2)}.passage .page{font:11px var(--sans);color:var(--ink2);border-top:1px dashed var(--line)}.passage blockquote{border-inline-start:2px solid var(--line);margin-inline:0;padding-inline-start:16px}
mark{color:inherit;background:none;text-decoration:underline 2px;text-underline-offset:4px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
mark.claim{background:var(--claim-bg);text-decoration-color:var(--claim)}
mark.opinion{background:var(--opinion-bg);text-decoration:underline wavy 1.5px var(--opinion)}
mark.sourced_fact{background:var(--sourced-bg);text-decoration:underline double 2px var(--sourced)}
mark.no_fact{text-decoration:underline dotted 2px var(--nofact)}
mark mark{text-underline-offset:7px}mark mark mark{text-underline-offset:10px}
sup{line-height:0}.ref{font:700 10px/1 var(--sans);text-decoration:none;padding:0 1px}
.entry{border-inline-start:3px solid var(--nofact);padding:2px 0 2px 12px;margin-bottom:12px;font-size:13px;break-inside:avoid}
.entry.claim{border-color:var(--claim)}.entry.opinion{border-color:var(--opinion)}.entry.sourced_fact{border-color:var(--sourced)}
.entry:is(:target,:has(:target)){outline:2px solid var(--ink);outline-offset:4px}
.entry p{margin:0 0 3px}.status,.stance{border:1px solid var(--line);border-radius:4px;padding:0 5px;font-size:11.5px}
.who,.facts,.address{color:var(--ink2);font-size:12px;overflow-wrap:anywhere}
.quote,.evidence blockquote{margin:2px 0 5px;font:italic 14px/1.4 var(--serif);color:var(--ink2)}
.note{margin-bottom:6px}.note ul,.note ol{margin:0;padding-inline-start:20px}.note blockquote{margin:0 0 0 10px}
.flag b{color:var(--danger)}.evidence{border:1px solid var(--line);border-radius:6px;padding:6px 9px;margin:4px 0 6px;background:var(--sheet)}
del{color:var(--danger);text-decoration-thickness:1.5px}ins{color:var(--sourced);text-decoration:none;background:var(--sourced-bg)}.verdict{border:1px solid currentColor;border-radius:4px;padding:0 5px;font-size:11.5px;font-weight:600}.wording{font:14px/1.45 var(--serif)}.wording b{font-family:var(--sans);font-size:13px}.check{margin:4px 0 7px}.second,.overruled,.thread{border-inline-start:1px solid var(--line);padding-inline-start:9px;margin:5px 0}.check code{font-size:10.5px;overflow-wrap:anywhere}
.signoff{border:1px solid var(--sourced);border-radius:6px;padding:8px 12px;margin-bottom:18px}.signoff.open{border-color:var(--line)}.signoff p,.signoff ul{margin:0 0 3px}.override,.since{color:var(--danger)}
.history ol{list-style:none;margin:0;padding:0;max-width:720px}.history li{border-inline-start:2px solid var(--line);padding:0 0 10px 12px}.history p{margin:0 0 2px;overflow-wrap:anywhere}
.earlier{border:1px solid var(--danger);border-inline-start-width:4px;border-radius:6px;background:var(--sheet);padding:10px 14px;margin-bottom:20px;font-size:15px}.earlier p{margin:0 0 4px}.earlier strong{color:var(--danger)}
footer{border-top:1px solid var(--line);margin-top:32px;padding-top:12px;color:var(--ink2);font-size:12px}footer p{margin:0 0 2px}footer code{overflow-wrap:anywhere}
@media screen and (min-width:1001px){.band>.passage:first-child:nth-last-child(2){grid-row:1/-1;align-self:start;position:sticky;top:20px}}
@media (max-width:1000px){.band{display:block}.band>.notes{max-width:640px;margin:0 0 18px;padding:0;padding-inline-start:12px}body{padding:24px 18px}}
@media print{@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5b564e}}body{max-width:none;padding:0;background:none;font-size:9.5pt}.skip{display:none}.passage{font-size:11pt;max-width:none}.band{display:block}.band>.notes{max-width:none;margin:0 0 5mm;padding:0;padding-inline-start:8mm}.entry{font-size:8.5pt;margin-bottom:2.5mm}h1{font-size:22pt}.passage h1{font-size:22pt}.passage :is(h1,h2,h3){break-after:avoid}.passage p{orphans:3;widows:3}a{text-decoration:none}.summary tbody{grid-template-columns:1fr 1fr}dt,dd,.summary tr,.facts{break-inside:avoid}section>h2{break-after:avoid}}
@media (forced-colors:active){mark{forced-color-adjust:none}}
`.trim();
