// Two drawings side by side over the whole window, opened from a question about them.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './compare.module.css';
import { SideBySide, type SideBySideProps } from './SideBySide';

export interface CompareModalProps extends SideBySideProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  /** What can be done about it, at the foot. */
  children?: ReactNode;
}

export function CompareModal({ opened, title, onClose, children, ...sides }: CompareModalProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      fullScreen
      classNames={{ content: classes.modal ?? '', body: classes.modalBody ?? '' }}
    >
      <SideBySide {...sides} />
      {children && <div className={classes.foot}>{children}</div>}
    </Modal>
  );
}
