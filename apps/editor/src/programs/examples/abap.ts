// The call in ABAP (7.40 or later), through CL_HTTP_CLIENT.
import { comment, jsonOf, lines, WAIT, type ExampleCall } from './example';

/** A text in source code has 255 characters at most, its quotes and the line's own words included. */
const longest = 120;

export function abapOf(call: ExampleCall): string {
  const { comments, url, waits } = call;
  return lines(
    comment('"', comments.key),
    `DATA lv_key TYPE string.`,
    `DATA lv_status TYPE i.`,
    `DATA(lv_body) = ${abapText(jsonOf(call))}.`,
    ``,
    `cl_http_client=>create_by_url(`,
    `  EXPORTING url                = ${abapText(url)}`,
    `  IMPORTING client             = DATA(lo_client)`,
    `  EXCEPTIONS OTHERS            = 1 ).`,
    `IF sy-subrc <> 0.`,
    `  MESSAGE ${abapText(comments.unreachable)} TYPE 'E'.`,
    `ENDIF.`,
    `lo_client->request->set_method( 'POST' ).`,
    `lo_client->request->set_header_field( name = 'Authorization' value = |Bearer { lv_key }| ).`,
    `lo_client->request->set_header_field( name = 'Content-Type' value = 'application/json; charset=utf-8' ).`,
    comment('"', comments.again),
    `lo_client->request->set_header_field( name = 'Idempotency-Key'`,
    `  value = CONV #( cl_system_uuid=>create_uuid_c36_static( ) ) ).`,
    waits && `lo_client->request->set_header_field( name = 'Prefer' value = '${WAIT}' ).`,
    `lo_client->request->set_data( cl_abap_codepage=>convert_to( lv_body ) ).`,
    `lo_client->send( EXPORTING timeout = 60 EXCEPTIONS OTHERS = 1 ).`,
    `IF sy-subrc = 0.`,
    `  lo_client->receive( EXCEPTIONS OTHERS = 1 ).`,
    `ENDIF.`,
    `IF sy-subrc <> 0.`,
    `  lo_client->get_last_error( IMPORTING message = DATA(lv_error) ).`,
    `  MESSAGE lv_error TYPE 'E'.`,
    `ENDIF.`,
    `lo_client->response->get_status( IMPORTING code = lv_status ).`,
    `cl_demo_output=>display( |{ lv_status } { lo_client->response->get_cdata( ) }| ).`,
    `lo_client->close( ).`,
  );
}

/** Texts in back quotes, joined: they keep spaces at their ends, and know no escapes but the doubled back quote. */
export function abapText(text: string): string {
  const pieces = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? ['']);
  return pieces.map((piece) => `\`${piece.replaceAll('`', '``')}\``).join(' &&\n  ');
}
