// Files that come with mails. A mail is settled (marked, moved, deleted) when the rows of all its files are stored.
import { UserError, type SourceContext } from '@eclusa/flow';
import { mailboxOf, type Attachment, type Mailbox } from '../../mail/mailbox';
import { fillPlaces } from '../../source/http-places';
import { readable } from '../file';
import { maxFileBytes, type FileLimits } from '../limits';
import type { PlaceConfig } from '../file-fields';
import type { Place, PlaceFile } from '../place';
import { joined } from '../store';
import { bytesOf, folderIn, isLike, newOnes } from '../store-place';

const DAY_MS = 86_400_000;

/** The place that the settings of a box make of a mailbox. */
export async function mailPlace(context: SourceContext<PlaceConfig & FileLimits>): Promise<Place> {
  const { config } = context;
  const connection = await context.connection('mailbox');
  const folder = folderIn(fillPlaces(config.mailFolder ?? '', context.parameters)) || 'INBOX';
  return new MailPlace(context, mailboxOf(connection, context, folder));
}

class MailPlace implements Place {
  private readonly attachments = new Map<string, Attachment>();
  /** Files of each mail that are not stored yet. */
  private readonly left = new Map<number, Set<string>>();

  constructor(
    private readonly context: SourceContext<PlaceConfig & FileLimits>,
    private readonly mailbox: Mailbox,
  ) {}

  async list(): Promise<PlaceFile[]> {
    const { context, mailbox } = this;
    const { config } = context;
    const since = new Date(context.now().getTime() - (config.mailDays ?? 30) * DAY_MS);
    const found = await context.retry(() => mailbox.attachments(since));
    const validity = await mailbox.validity();
    const files = found.filter((one) => isWanted(one, config)).map((one) => this.fileOf(one, validity));
    const left = config.onlyNew === false ? files : await newOnes(context, files, (file) => this.keyOf(file));
    for (const { name } of left) {
      const { uid } = this.attachments.get(name) as Attachment;
      this.left.set(uid, (this.left.get(uid) ?? new Set()).add(name));
    }
    return left;
  }

  async open(file: PlaceFile, version: string | null) {
    const attachment = this.attachments.get(file.name) as Attachment;
    const { fileName: name, size } = attachment;
    if (version !== null && file.version !== version) {
      throw new UserError('nodes.file-changed', { values: { file: name } });
    }
    const most = maxFileBytes(this.context.config);
    // Encoded it takes a third more, and line breaks.
    if (size > most * 1.4) {
      throw new UserError('nodes.file-too-large', {
        values: { file: name, megabytes: Math.round(most / 1e6) },
      });
    }
    const read = (start: number) =>
      bytesOf(this.context, this.mailbox.name, start, (at) => this.mailbox.read(attachment, at));
    return readable({ name, size: null, read, version: () => file.version });
  }

  async finish(file: PlaceFile): Promise<void> {
    const { context, mailbox } = this;
    if (context.dryRun) return;
    await context.notes.keep({ [this.keyOf(file)]: file.version ?? 'read' });
    const { uid } = this.attachments.get(file.name) as Attachment;
    const left = this.left.get(uid);
    left?.delete(file.name);
    if (left && left.size > 0) return;
    const { afterMail = 'seen', mailMoveTo } = context.config;
    if (afterMail === 'seen') await context.retry(() => mailbox.settle(uid, { seen: true }));
    if (afterMail === 'delete') await context.retry(() => mailbox.settle(uid, { remove: true }));
    if (afterMail === 'move') {
      const moveTo = folderIn(mailMoveTo || 'Lidos');
      await context.retry(() => mailbox.settle(uid, { moveTo }));
    }
  }

  close(): Promise<void> {
    return this.mailbox.close();
  }

  /** Ordered as the mails came, the files of one mail one behind the other. */
  private fileOf(attachment: Attachment, validity: string): PlaceFile {
    const { uid, part, fileName, size } = attachment;
    const name = `${String(uid).padStart(10, '0')}/${part}/${fileName.replaceAll('/', '-')}`;
    this.attachments.set(name, attachment);
    return { name, size: null, version: `${validity}-${size}` };
  }

  private keyOf(file: PlaceFile): string {
    return joined(this.mailbox.name, file.name);
  }
}

function isWanted({ fileName, from, subject }: Attachment, config: PlaceConfig): boolean {
  return (
    isLike(fileName, config.pattern ?? '*') &&
    isLike(from, config.sender || '*') &&
    isLike(subject, config.subject || '*')
  );
}
