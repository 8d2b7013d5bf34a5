class Letter
  def text
    <<~TEXT
      Dear #{name}
  end

  def sign; end
end
