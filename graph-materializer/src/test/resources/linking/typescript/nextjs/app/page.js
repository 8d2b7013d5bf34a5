export { User as default } from '../lib/user';
