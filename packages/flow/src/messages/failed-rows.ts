// Sentences about failed rows that a person mends, and about what became of a row.
import type { Text } from '../text';

/** By code; `{line}` is a line of the file as a spreadsheet numbers it. */
export const failedRowMessages: Record<string, Text> = {
  'api.edit-not-open': {
    en: 'Rows you changed that can no longer be sent: {rows}. Somebody has sent them again meanwhile, so nothing was sent now. Load the list again.',
    es: 'Filas que cambió y ya no se pueden enviar: {rows}. Alguien las reenvió mientras tanto, así que ahora no se envió nada. Vuelva a cargar la lista.',
    pt: 'Linhas que você alterou e que não podem mais ser enviadas: {rows}. Alguém as reenviou nesse meio-tempo, então nada foi enviado agora. Recarregue a lista.',
  },
  'api.failed-file-too-large': {
    en: 'The file is too large: up to {rows} rows and {megabytes} MB can be sent at once. Split it and send the parts one after the other.',
    es: 'El archivo es demasiado grande: se pueden enviar hasta {rows} filas y {megabytes} MB por vez. Divídalo y envíe las partes una tras otra.',
    pt: 'O arquivo é grande demais: dá para enviar até {rows} linhas e {megabytes} MB por vez. Divida-o e envie as partes uma após a outra.',
  },
  'api.failed-file-empty': {
    en: 'The file has no rows below its header. Download the failed rows, correct them, and send that file.',
    es: 'El archivo no tiene filas debajo del encabezado. Descargue las filas fallidas, corríjalas y envíe ese archivo.',
    pt: 'O arquivo não tem linhas abaixo do cabeçalho. Baixe as linhas com falha, corrija-as e envie esse arquivo.',
  },
  'api.failed-file-without-ids': {
    en: 'The file has no column eclusa_id in its first line, so its rows cannot be told apart. Download the failed rows here and correct that file; keep the column as it is.',
    es: 'El archivo no tiene la columna eclusa_id en su primera línea, así que no se puede saber qué fila es cada una. Descargue aquí las filas fallidas y corrija ese archivo; deje la columna como está.',
    pt: 'O arquivo não tem a coluna eclusa_id na primeira linha, então não dá para saber qual linha é qual. Baixe aqui as linhas com falha e corrija esse arquivo; deixe a coluna como está.',
  },
  'api.failed-line-without-id': {
    en: 'Line {line}: the column eclusa_id is empty. Copy it from the file you downloaded, or delete the line.',
    es: 'Línea {line}: la columna eclusa_id está vacía. Cópiela del archivo que descargó o borre la línea.',
    pt: 'Linha {line}: a coluna eclusa_id está vazia. Copie-a do arquivo baixado ou apague a linha.',
  },
  'api.failed-line-twice': {
    en: 'Line {line}: the row {id} is in the file twice. Delete one of the two lines.',
    es: 'Línea {line}: la fila {id} está dos veces en el archivo. Borre una de las dos líneas.',
    pt: 'Linha {line}: a linha {id} está duas vezes no arquivo. Apague uma das duas.',
  },
  'api.failed-line-unknown': {
    en: 'Line {line}: this run has no failed row {id}. The file may be of another run; delete the line or send the right file.',
    es: 'Línea {line}: esta ejecución no tiene una fila fallida {id}. El archivo puede ser de otra ejecución; borre la línea o envíe el archivo correcto.',
    pt: 'Linha {line}: esta execução não tem a linha com falha {id}. O arquivo pode ser de outra execução; apague a linha ou envie o arquivo certo.',
  },
  'api.failed-line-in-doubt': {
    en: 'Line {line}: the row {id} is in doubt and may have arrived. Settle it in the tab “In doubt”, and delete the line.',
    es: 'Línea {line}: la fila {id} está en duda y puede haber llegado. Resuélvala en la pestaña «En duda» y borre la línea.',
    pt: 'Linha {line}: a linha {id} está em dúvida e pode ter chegado. Resolva-a na aba "Em dúvida" e apague a linha.',
  },
  'api.failed-line-sent': {
    en: 'Line {line}: the row {id} has been sent again already. Delete the line; what came of it is in the run it was sent in.',
    es: 'Línea {line}: la fila {id} ya se reenvió. Borre la línea; el resultado está en la ejecución en que se envió.',
    pt: 'Linha {line}: a linha {id} já foi reenviada. Apague a linha; o resultado está na execução em que ela foi enviada.',
  },
  'api.failed-line-json': {
    en: 'Line {line}: what stands in the column {column} is not valid JSON. Compare it with the file you downloaded: quotes and brackets must stay.',
    es: 'Línea {line}: lo que está en la columna {column} no es JSON válido. Compárelo con el archivo que descargó: las comillas y los corchetes deben quedar.',
    pt: 'Linha {line}: o que está na coluna {column} não é JSON válido. Compare com o arquivo baixado: aspas e colchetes precisam ficar.',
  },
  'api.story-not-found': {
    en: 'Nothing is known of “{key}” in the last {days} days. Check how it is written, or look for another of its codes.',
    es: 'No se sabe nada de «{key}» en los últimos {days} días. Revise cómo está escrito o busque otro de sus códigos.',
    pt: 'Nada se sabe de "{key}" nos últimos {days} dias. Confira como está escrito ou procure outro código dele.',
  },
};
