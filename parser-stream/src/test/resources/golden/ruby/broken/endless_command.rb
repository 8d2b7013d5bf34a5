class Commands
  def show = puts "shown"
  def log(text) = logger.info text
  def last = 1
end
