// A real GraphQL server (graphql-js over graphql-http) with products to read by cursors and orders to create.
import { buildSchema, GraphQLError } from 'graphql';
import { createHandler } from 'graphql-http';
import { serve, type LocalServer } from '../harness.testing';

const schema = buildSchema(`
  type Product { code: String!, name: String!, changed: String }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Edge { node: Product!, cursor: String! }
  type Products { nodes: [Product!]!, edges: [Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type Order { id: ID!, number: String! }
  type UserError { message: String! }
  type OrderPayload { order: Order, userErrors: [UserError!]! }
  type Query {
    products(first: Int, after: String, since: String): Products!
    circle: Products!
    shop: Product!
    broken: [Product!]
    stock(code: String!): Int
  }
  type Mutation {
    orderCreate(number: String!, total: Float!): Order
    orderAccept(number: String!): OrderPayload!
  }
`);

export interface Product {
  code: string;
  name: string;
  changed?: string;
}

export interface GraphqlServer extends LocalServer {
  products: Product[];
  orders: string[];
  /** Answers the next request with an error of this code. */
  failWith: string | undefined;
  /** Does the next request and drops its answer. */
  loseNextAnswer: boolean;
}

const cursorOf = (at: number) => Buffer.from(`p${at}`).toString('base64');
const placeOf = (cursor: string) => Number(Buffer.from(cursor, 'base64').toString().slice(1)) + 1;

/** Starts it on a free port of 127.0.0.1; it answers at `/graphql`. */
export async function startGraphql(products: Product[]): Promise<GraphqlServer> {
  const state = {
    products,
    orders: [] as string[],
    failWith: undefined as string | undefined,
    loseNextAnswer: false,
  };
  const handler = createHandler({ schema, rootValue: rootOf(state) });
  const server = await serve(async (request, response) => {
    const [body, init] = await handler({
      url: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      body: request.body,
      raw: request,
      context: undefined,
    });
    if (state.loseNextAnswer) {
      state.loseNextAnswer = false;
      return void response.destroy();
    }
    response.writeHead(init.status, init.statusText, init.headers).end(body);
  });
  return Object.assign(state, server);
}

type State = Pick<GraphqlServer, 'products' | 'orders' | 'failWith'>;

function rootOf(state: State) {
  const check = () => {
    const code = state.failWith;
    state.failWith = undefined;
    if (code) throw new GraphQLError(`refused as ${code}`, { extensions: { code } });
  };
  const page = (from: number, size: number, found: Product[]) => {
    const nodes = found.slice(from, from + size);
    return {
      nodes,
      edges: nodes.map((node, at) => ({ node, cursor: cursorOf(from + at) })),
      pageInfo: { hasNextPage: from + size < found.length, endCursor: cursorOf(from + nodes.length - 1) },
      totalCount: found.length,
    };
  };
  return {
    products({ first, after, since }: { first?: number; after?: string; since?: string }) {
      check();
      const found = state.products.filter(({ changed }) => !since || (changed ?? '') >= since);
      return page(after ? placeOf(after) : 0, first ?? 2, found);
    },
    circle: () => ({ ...page(0, 1, state.products), pageInfo: { hasNextPage: true, endCursor: 'same' } }),
    shop: () => ({ code: 'shop', name: 'Loja' }),
    broken: () => {
      throw new GraphQLError('the index is being built');
    },
    stock: ({ code }: { code: string }) => code.length,
    orderCreate({ number }: { number: string }) {
      check();
      if (number === 'bad') throw new GraphQLError('the customer is blocked');
      state.orders.push(number);
      return { id: state.orders.length, number };
    },
    orderAccept: ({ number }: { number: string }) => ({
      order: null,
      userErrors: [{ message: `no order ${number}` }],
    }),
  };
}
