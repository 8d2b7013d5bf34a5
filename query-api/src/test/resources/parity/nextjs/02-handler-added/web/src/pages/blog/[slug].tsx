const Post = () => <a href="/">home</a>;
export default Post;
