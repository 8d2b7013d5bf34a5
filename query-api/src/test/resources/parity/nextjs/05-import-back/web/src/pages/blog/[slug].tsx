import Link from 'next/link';

const Post = () => <Link href="/">home</Link>;
export default Post;
