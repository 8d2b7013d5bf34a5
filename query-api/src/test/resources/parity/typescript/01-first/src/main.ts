import { make, Base } from '@lib/index';

const store = make();
store.open().open();
store.close();
new Base().open();
