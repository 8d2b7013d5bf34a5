<?php

namespace App\Controller;

use Symfony\Component\Routing\Attribute\Route;

// The path of the class comes before those of its methods.
#[Route('/blog', name: 'blog_')]
final class BlogController extends AbstractController
{
    #[Route('/', name: 'index')]
    public function index(): Response { return $this->render('index'); }

    #[Route(path: '/{id}', methods: ['GET', 'HEAD'])]
    #[Route('/post/{id}', methods: 'POST')]
    public function show(#[MapEntity] Post $post): Response { return new Response($post->title); }

    // A path for each language.
    #[Route(['en' => '/about', 'de' => '/wir'])]
    public function about(): Response { return new Response(); }
}

// A class that is its own handler.
#[Route('/ping', methods: ['GET'])]
class PingController
{
    public function __invoke(): Response { return new Response('pong'); }
}
