require "sinatra/base"

# The routes of Sinatra.
class App < Sinatra::Base
  set :port, 80

  # Shows one.
  get "/orders/:id" do |id|
    @order = Order.find(id)
    erb :order
  end

  post("/orders") { create }

  namespace "/api" do
    delete "/orders/:id" do
      halt 204
    end
  end

  # No route: no path, no block, in a method.
  get :nothing
  get "/no/block"
  def other
    get("/in/method") { 1 }
  end
end

get "/" do
  "hello"
end

if __FILE__ == $PROGRAM_NAME
  App.run!
end
