// Sentences for files of many changes: prices and stock sent to VTEX as one file.
import type { Text } from '../text';

/** By code; `{file}` is VTEX's number for the file, `{message}` VTEX's own text. */
export const vtexBulkMessages: Record<string, Text> = {
  'vtex.bulk-working': {
    en: 'VTEX is working on file {file}: {status}. Nothing to do: the run goes on by itself.',
    es: 'VTEX está procesando el archivo {file}: {status}. No hay que hacer nada: la ejecución sigue sola.',
    pt: 'A VTEX está processando o arquivo {file}: {status}. Não é preciso fazer nada: a execução continua sozinha.',
  },
  'vtex.bulk-no-address': {
    en: 'VTEX gave no address to send the file to. Try again later; if it stays so, set the box to always make single calls.',
    es: 'VTEX no dio una dirección para enviar el archivo. Inténtelo más tarde; si sigue así, configure la caja para hacer siempre llamadas sueltas.',
    pt: 'A VTEX não deu um endereço para enviar o arquivo. Tente mais tarde; se continuar assim, configure a caixa para sempre fazer chamadas avulsas.',
  },
  'vtex.bulk-upload': {
    en: 'The file could not be exchanged with {host} (HTTP {status}), the storage VTEX named. Check that this address may be reached from here, then run the flow again.',
    es: 'No se pudo intercambiar el archivo con {host} (HTTP {status}), el almacenamiento que indicó VTEX. Compruebe que esa dirección sea accesible desde aquí y ejecute de nuevo el flujo.',
    pt: 'Não foi possível trocar o arquivo com {host} (HTTP {status}), o armazenamento indicado pela VTEX. Confira se esse endereço é acessível daqui e execute o fluxo de novo.',
  },
  'vtex.bulk-errors-unreadable': {
    en: 'The list of refused lines of file {file} broke off. Run the flow again to send them once more.',
    es: 'La lista de líneas rechazadas del archivo {file} se cortó. Ejecute de nuevo el flujo para volver a enviarlas.',
    pt: 'A lista de linhas recusadas do arquivo {file} foi interrompida. Execute o fluxo de novo para reenviá-las.',
  },
  'vtex.bulk-refused': {
    en: 'VTEX refused this line of file {file}: {message}. Correct the row and replay it; it will go by a call of its own.',
    es: 'VTEX rechazó esta línea del archivo {file}: {message}. Corrija la fila y vuelva a procesarla; irá en una llamada propia.',
    pt: 'A VTEX recusou esta linha do arquivo {file}: {message}. Corrija a linha e reprocesse; ela irá em uma chamada própria.',
  },
  'vtex.bulk-failed': {
    en: 'VTEX gave up on file {file} ({status}), so nothing says that this row landed. Replay the rows: they go by calls of their own. If there are too many, run the flow again.',
    es: 'VTEX abandonó el archivo {file} ({status}), así que nada indica que esta fila se aplicó. Vuelva a procesar las filas: irán en llamadas propias. Si son demasiadas, ejecute de nuevo el flujo.',
    pt: 'A VTEX desistiu do arquivo {file} ({status}), então nada indica que esta linha foi aplicada. Reprocesse as linhas: elas vão em chamadas próprias. Se forem muitas, execute o fluxo de novo.',
  },
  'vtex.bulk-late': {
    en: 'VTEX was still working on file {file} ({status}) when the time set in the box was over. Look at the store’s values in some hours, and replay the rows that have not landed.',
    es: 'VTEX seguía procesando el archivo {file} ({status}) cuando venció el tiempo configurado en la caja. Revise los valores de la tienda en unas horas y vuelva a procesar las filas que falten.',
    pt: 'A VTEX ainda processava o arquivo {file} ({status}) quando acabou o tempo definido na caixa. Confira os valores da loja em algumas horas e reprocesse as linhas que faltarem.',
  },
  'vtex.bulk-unclear': {
    en: 'VTEX refused lines of file {file} without saying which ({status}), so this row may have landed or not. Replay the rows: sending the same value again does no harm.',
    es: 'VTEX rechazó líneas del archivo {file} sin decir cuáles ({status}), así que esta fila pudo aplicarse o no. Vuelva a procesar las filas: enviar otra vez el mismo valor no hace daño.',
    pt: 'A VTEX recusou linhas do arquivo {file} sem dizer quais ({status}), então esta linha pode ter sido aplicada ou não. Reprocesse as linhas: enviar de novo o mesmo valor não faz mal.',
  },
};
