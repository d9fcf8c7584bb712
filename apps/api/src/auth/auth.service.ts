// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class AuthService {
  signIn(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  signInWithLink(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  signOut(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  me(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  updateMe(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
