<?php

use App\Http\Controllers\PhotoController;
use Illuminate\Support\Facades\Route;

// Handlers: a method, a closure, a class, a text.
Route::get('/photos/{id}', [PhotoController::class, 'show'])->name('photos.show');
Route::post('photos', function (Request $request) {
    return store($request);
});
Route::any('/all', AllController::class);
Route::delete('/photos/{id}', 'PhotoController@destroy');
// Several methods, a view.
Route::match(['get', 'post'], '/form', [FormController::class, 'form']);
Route::view('/welcome', 'welcome');

// Groups give a prefix, in a chain or by options.
Route::prefix('admin')->middleware('auth')->group(function () {
    Route::get('/users', [UserController::class, 'index']);
    Route::group(['prefix' => 'deep'], function () {
        Route::put('/x', [UserController::class, 'x']);
    });
});
Route::middleware('api')->patch('/api/{id}', [ApiController::class, 'patch']);

// None of these is a route.
Route::get('name');
$client->get('/photos', []);
