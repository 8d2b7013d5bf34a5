class Merged
<<<<<<< HEAD
  def ours; call_ours; end
=======
  def theirs; call_theirs; end
>>>>>>> branch
  def after; end
end
