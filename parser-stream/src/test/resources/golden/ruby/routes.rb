Rails.application.routes.draw do
  root "home#index"

  # Paths that are written out.
  get "about", to: "pages#about"
  post "/login" => "sessions#create"
  get "pages/help"
  match "/search", to: "search#run", via: %i[get post]
  match "/any", to: Engine::App, via: :all
  get :status, controller: "health", action: "show"
  patch "a/:id", to: ->(env) { handle(env) }

  # Everything about things, and only some of it.
  resources :articles, only: %i[index show] do
    resources :comments, except: [:new, :edit]
    member do
      post :publish
    end
    collection do
      get "recent"
    end
    get :preview, on: :member
    get :export, on: :collection
    get :stats
  end
  resources :categories, :people, only: :index, path: "topics"
  resources :boxes, param: :slug, controller: "crates" do
    resource :lid, only: :show
  end
  resource :profile, only: [:show, :update]

  # Blocks that give a begin to paths and names.
  namespace :admin do
    root to: "dashboard#show"
    resources :users, only: :destroy
    get "blog_posts/all", to: "blog_posts#all"
  end
  scope "/api", module: "api" do
    scope path: "v1", module: :v1 do
      resources :orders, only: [:create]
    end
  end
  scope ":locale" do
    get "hello", to: "greetings#hello"
  end
  constraints subdomain: "x" do
    get "sub", to: "sub#index"
  end
  controller :accounts do
    get "account", action: :show
  end

  # Not a route here: what is mounted, and what is drawn elsewhere.
  mount Sidekiq::Web => "/sidekiq"
  draw :more
  concern :rated do
    resources :ratings
  end
end
