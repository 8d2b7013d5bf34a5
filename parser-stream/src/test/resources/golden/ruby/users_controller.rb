# Methods that a class body names by symbols are values.
class UsersController < ApplicationController
  before_action :authenticate, only: :show, if: :needed?
  after_save :notify
  validate :name_is_there
  rescue_from NotFound, with: :missing
  helper_method :current
  scope :active, -> { where(active: true) }

  def show
    @user = User.find(params[:id])
    respond_to do |format|
      format.html
    end
  end

  # Methods that are named later.
  def old_one; end
  deprecate :old_one

  private

  def authenticate = redirect_to(login_path) unless current
end
