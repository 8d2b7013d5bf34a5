import { User } from '../../lib/user';

export { getServerSideProps } from '../../lib/user';
export default User;
