// How files are written into mails (RFC 2045): undone as the pieces come. What does not belong there is passed over, as
// mail programs do.

export interface Decoder {
  write(piece: Buffer): Buffer;
  end(): Buffer;
}

/** The decoder for a Content-Transfer-Encoding in small letters; one that is not known changes nothing. */
export function decoderOf(encoding: string): Decoder {
  if (encoding === 'base64') return new Base64();
  if (encoding === 'quoted-printable') return new QuotedPrintable();
  return { write: (piece) => piece, end: () => Buffer.alloc(0) };
}

class Base64 implements Decoder {
  private rest = '';

  write(piece: Buffer): Buffer {
    const text = this.rest + piece.toString('latin1').replace(/[^A-Za-z0-9+/]/g, '');
    const whole = text.length - (text.length % 4);
    this.rest = text.slice(whole);
    return Buffer.from(text.slice(0, whole), 'base64');
  }

  end(): Buffer {
    return Buffer.from(this.rest, 'base64');
  }
}

class QuotedPrintable implements Decoder {
  private rest = '';

  /** Up to the last line break: what stands at the end of a line may have to be taken away. */
  write(piece: Buffer): Buffer {
    const text = this.rest + piece.toString('latin1');
    const whole = text.lastIndexOf('\n') + 1;
    this.rest = text.slice(whole);
    return decoded(text.slice(0, whole));
  }

  end(): Buffer {
    return decoded(this.rest);
  }
}

function decoded(text: string): Buffer {
  const plain = text
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
