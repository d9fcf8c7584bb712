// The call in ADVPL (Protheus), through FWRest. The secret is a parameter of the company (SX6).
import { comment, jsonOf, lines, WAIT, type ExampleCall } from './example';

/** A name of ten characters at most. */
const KEY_PARAMETER = 'MV_ECLKEY';
const longest = 120;

export function advplOf(call: ExampleCall): string {
  const { comments, url, waits } = call;
  const { origin, pathname, search } = new URL(url);
  return lines(
    comment('//', comments.key),
    `#Include "TOTVS.ch"`,
    ``,
    `User Function EclCall()`,
    `  Local oRest    := FWRest():New(${advplText(origin)})`,
    `  Local aHeader  := {}`,
    `  Local cBody    := ""`,
    ``,
    ...bodyLines(jsonOf(call)),
    ``,
    `  aAdd(aHeader, "Authorization: Bearer " + AllTrim(SuperGetMV("${KEY_PARAMETER}", .F., "")))`,
    `  aAdd(aHeader, "Content-Type: application/json; charset=utf-8")`,
    `  ${comment('//', comments.again)}`,
    `  aAdd(aHeader, "Idempotency-Key: " + FWUUIDV4(.T.))`,
    waits && `  aAdd(aHeader, "Prefer: ${WAIT}")`,
    ``,
    `  oRest:nTimeOut := 60`,
    `  oRest:SetPath(${advplText(pathname + search)})`,
    `  oRest:SetPostParams(EncodeUTF8(cBody))`,
    `  If oRest:Post(aHeader)`,
    `    ConOut(DecodeUTF8(oRest:GetResult()))`,
    `  Else`,
    `    ConOut(oRest:GetLastError() + " " + DecodeUTF8(oRest:GetResult()))`,
    `  EndIf`,
    `Return`,
  );
}

function bodyLines(json: string): string[] {
  const pieces = json.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? []);
  return pieces.map((piece) => `  cBody += ${advplText(piece)}`);
}

/** ADVPL knows no escapes: a text with single quotes is put together of several. */
export function advplText(text: string): string {
  return text
    .split(/('+)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith("'") ? `"${part}"` : `'${part}'`))
    .join(' + ');
}
